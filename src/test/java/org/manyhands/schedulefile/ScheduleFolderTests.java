package org.manyhands.schedulefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads every file of a folder that {@code -Dschedules=…} names, and counts what is in it in another way: conferences'
 * real files are not ours to keep here, and are uglier than any we would think of.
 */
public class ScheduleFolderTests {

    private static final Path FOLDER = Path.of(System.getProperty("schedules", ""));

    @Test
    void readsAllThatIsInEveryFile() throws IOException {
        for (var file : files()) {
            readsAllOf(file);
        }
    }

    /** Those of the folder; the test is skipped where none was named. */
    public static List<Path> files() throws IOException {
        assumeFalse(
                System.getProperty("schedules", "").isBlank(),
                "Skipped: no folder of real schedules was named. Name one with -Dschedules=/path/to/folder");
        try (var files = Files.list(FOLDER)) {
            var read = files.filter(Files::isRegularFile).sorted().toList();
            assertThat(read).isNotEmpty();
            return read;
        }
    }

    private static void readsAllOf(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        var began = System.nanoTime();
        var outcome = ScheduleReader.read(bytes, Schedules.DAYS);
        var took = Duration.ofNanos(System.nanoTime() - began).toMillis();
        assertThat(outcome).as(file.getFileName().toString()).isInstanceOf(ScheduleRead.Read.class);
        var read = (ScheduleRead.Read) outcome;

        assertThat(read.entries().size() + read.unread().size())
                .as("entries of %s", file.getFileName())
                .isEqualTo(counted(file, new String(bytes, StandardCharsets.UTF_8)));
        assertThat(read.entries().stream().map(Entry::key))
                .as("keys of %s", file.getFileName())
                .doesNotHaveDuplicates();
        assertThat(ScheduleReader.read(bytes, Schedules.DAYS))
                .as("second reading of %s", file.getFileName())
                .isEqualTo(read);
        tell(file, read, bytes.length, took);
    }

    /** Told apart by their names and counted by plain text or by walking over all of the JSON: neither is how we read. */
    public static int counted(Path file, String text) {
        var name = file.getFileName().toString();
        if (name.endsWith(".xml")) {
            return times("<event[\\s>]", text);
        } else if (name.endsWith(".ics")) {
            return times("(?m)^BEGIN:VEVENT", text);
        } else if (name.endsWith(".csv")) {
            return recordsOfCsv(text) - 1;
        }
        return sessions(new JsonMapper().readTree(text));
    }

    private static int times(String pattern, String text) {
        return (int) Pattern.compile(pattern).matcher(text).results().count();
    }

    private static int recordsOfCsv(String text) {
        var quoted = false;
        var records = 0;
        for (var line : text.lines().toList()) {
            quoted ^= line.chars().filter(c -> c == '"').count() % 2 == 1;
            records += quoted || line.isBlank() ? 0 : 1;
        }
        return records;
    }

    private static int sessions(JsonNode json) {
        var own = json.has("title") && (json.has("startsAt") || json.has("duration")) ? 1 : 0;
        return own
                + json.values().stream().mapToInt(ScheduleFolderTests::sessions).sum();
    }

    private static void tell(Path file, ScheduleRead.Read read, int bytes, long took) {
        System.out.printf(
                "%s: %s, %,d bytes, %d entries, %d unread, %d ms, zone %s, days %s to %s, kinds %s, flags %s%n",
                file.getFileName(),
                read.format(),
                bytes,
                read.entries().size(),
                read.unread().size(),
                took,
                read.zoneAssumed() ? "assumed" : "known",
                day(read, true),
                day(read, false),
                counts(read, entry -> List.of(entry.kind())),
                counts(read, Entry::flags));
        read.unread().forEach(unread -> System.out.println("    " + unread));
    }

    private static LocalDate day(ScheduleRead.Read read, boolean first) {
        var days = read.entries().stream()
                .map(entry -> entry.start().atZone(Schedules.BRUSSELS).toLocalDate());
        return (first ? days.min(LocalDate::compareTo) : days.max(LocalDate::compareTo)).orElseThrow();
    }

    private static <T> Map<T, Long> counts(ScheduleRead.Read read, Function<Entry, ? extends Iterable<T>> of) {
        return read.entries().stream()
                .map(of)
                .flatMap(all -> StreamSupport.stream(all.spliterator(), false))
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }
}
