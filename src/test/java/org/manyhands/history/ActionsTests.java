package org.manyhands.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever is written down can be told: each action that the source names has its sentence. */
class ActionsTests {

    /** As in {@code record("shift.published", …)}, and in methods that hand the action on. */
    private static final Pattern ACTION = Pattern.compile("\"([a-z-]+\\.[a-z-]+)\"");

    /** As in {@code recordAdded("shift", …)}, which writes "shift.added". */
    private static final Pattern KIND = Pattern.compile("record(?:All)?(Added|Changed|Deleted)\\(\\s*\"([a-z-]+)\"");

    private static final Pattern WRITTEN = Pattern.compile("\\b(record|recordAll|tell)\\(\\s*$");

    private static final Pattern WRITES = Pattern.compile("\\b(AuditTrail|SignupNews|CheckIn)\\b");

    private final Properties words = words();

    @Test
    void haveASentenceEach() {
        var actions = actions();
        assertThat(actions)
                .as("that the source is read")
                .contains("shift.added", "role.deleted", "signup.confirmed", "shift.people-moved", "room.tied")
                .hasSizeGreaterThan(45);
        assertThat(actions).allSatisfy(action -> assertThat(words).containsKey("audit." + action));
    }

    @Test
    void areOfAKindThatCanBeAskedFor() {
        assertThat(actions()).allSatisfy(action -> assertThat(AuditFilter.KINDS).contains(action.split("\\.")[0]));
        assertThat(AuditFilter.KINDS).allSatisfy(kind -> assertThat(words).containsKey("audit.kind." + kind));
    }

    @Test
    void leaveASignupInAStateThatHasWords() {
        assertThat(Step.actions()).allSatisfy(action -> assertThat(words).containsKey("audit." + action));
        assertThat(Step.values()).allSatisfy(step -> assertThat(words).containsKey("audit.step." + step));
    }

    /** Those at a conference: signing in is at none. */
    private Set<String> actions() {
        return sources().stream()
                .filter(source -> WRITES.matcher(source).find())
                .flatMap(source -> Stream.concat(ofKinds(source), literals(source)))
                .filter(action -> !action.startsWith("account."))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> ofKinds(String source) {
        return KIND.matcher(source)
                .results()
                .map(call -> call.group(2) + "." + call.group(1).toLowerCase());
    }

    private Stream<String> literals(String source) {
        return ACTION.matcher(source)
                .results()
                .filter(literal -> !isSaid(source, literal))
                .map(literal -> literal.group(1));
    }

    /** To people, in a refusal or after a redirect: texts have keys of the same form. */
    private boolean isSaid(String source, MatchResult literal) {
        return words.containsKey(literal.group(1))
                && !WRITTEN.matcher(source.substring(0, literal.start())).find();
    }

    private static List<String> sources() {
        var sources = new ArrayList<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                if (!file.endsWith("AuditTrail.java")) {
                    sources.add(Files.readString(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sources;
    }

    private static Properties words() {
        var words = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src/main/resources/messages.properties"))) {
            words.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
