package org.manyhands.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a strict Content-Security-Policy would block, or what would let markup of strangers through, is not even written. */
class TemplateSourceTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    /** Show HTML made from Markdown, which the Markdown renderer has made harmless. */
    private static final Set<String> MAY_SHOW_HTML = Set.of("handbook.html");

    private static final Pattern UNESCAPED = Pattern.compile("th:utext|\\[\\(");
    private static final List<Pattern> INLINE = List.of(
            Pattern.compile("\\sstyle\\s*=|th:style|th:styleappend"),
            Pattern.compile("(?i)\\s(th:)?on[a-z]+\\s*="),
            Pattern.compile("(?i)<script(?![^>]*\\b(th:)?src=)[^>]*>"),
            Pattern.compile("(?i)javascript:"));
    private static final Pattern STYLE_ELEMENT = Pattern.compile("(?i)<style");

    /** Pages and their parts; mails are text or have no policy, and mail programs read only styles of their own. */
    static Stream<Path> templates() throws IOException {
        try (var files = Files.walk(TEMPLATES)) {
            return files
                    .filter(file -> file.toString().endsWith(".html") && !file.startsWith(TEMPLATES.resolve("mail")))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void escapesWhatPeopleWrote(Path template) throws IOException {
        if (!MAY_SHOW_HTML.contains(template.getFileName().toString())) {
            assertThat(Files.readString(template)).doesNotContainPattern(UNESCAPED);
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void carriesNoInlineScriptOrStyle(Path template) throws IOException {
        var text = Files.readString(template);
        assertThat(text).doesNotContainPattern(STYLE_ELEMENT);
        assertThat(INLINE).allSatisfy(pattern -> assertThat(text).doesNotContainPattern(pattern));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void isShownInALayout(Path template) throws IOException {
        var text = Files.readString(template);
        if (text.contains("<main")
                && !template.equals(TEMPLATES.resolve("layout.html"))
                && !template.equals(TEMPLATES.resolve("plain.html"))
                && !template.equals(TEMPLATES.resolve("screen.html"))
                && !template.equals(TEMPLATES.resolve("sheet.html"))) {
            assertThat(text)
                    .containsPattern(
                            "th:replace=\"~\\{(layout|plain|screen|sheet) :: page\\(~\\{::title\\}, ~\\{::main\\}\\)\\}\"");
        }
    }
}
