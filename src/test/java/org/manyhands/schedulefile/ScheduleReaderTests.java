package org.manyhands.schedulefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleReaderTests {

    @ParameterizedTest
    @CsvSource({
        "days.xml, FRAB_XML",
        "days.json, FRAB_JSON",
        "calendar.ics, ICALENDAR",
        "sessionize-all.json, SESSIONIZE",
        "sessionize-sessions.json, SESSIONIZE",
        "sessionize-grid.json, SESSIONIZE",
        "headings.csv, CSV",
        "american.csv, CSV"
    })
    void tellsTheFormatByTheContentAlsoBehindAByteOrderMark(String name, Format format) {
        var read = Schedules.read(name);

        assertThat(read.format()).isEqualTo(format);
        assertThat(Schedules.readText("\uFEFF" + Schedules.text(name))).isEqualTo(read);
        assertThat(Schedules.read(name)).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n",
                "hello",
                "PK\u0003\u0004",
                "<html><body>Sign in</body></html>",
                "<schedule><day>",
                "{\"error\": \"not found\"}",
                "{\"schedule\":",
                "[1, 2, 3]",
                "title,room\nA,B",
                "<schedule/>",
                "BEGIN:VCALENDAR\nEND:VCALENDAR"
            })
    void refusesWhatIsNoScheduleWithASentence(String text) {
        assertThat(Schedules.refusalOfText(text)).matches("(?s)[A-Z].*\\.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>Sign in</body></html>",
                "\uFEFF\n<!DOCTYPE html>\n<title>Programme",
                "<?xml version='1.0'?><!-- a --> <!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0' 'x'><html xmlns='x'>",
                "<!-- cached --><HEAD>"
            })
    void tellsAWebPageFromASchedule(String text) {
        assertThat(Schedules.refusalOfText(text))
                .startsWith("This is a web page, not a schedule file")
                .contains("export");
    }

    @Test
    void refusesMoreThanTenMegabytes() {
        var large = new byte[ScheduleReader.LARGEST + 1];
        Arrays.fill(large, (byte) ' ');

        assertThat(Schedules.refusal(large)).contains("10 MB");
    }

    @Test
    void refusesMoreEntriesThanAConferenceHas() {
        assertThat(Schedules.refusalOfText(talks(Caps.ENTRIES + 1))).contains("5,000");
        assertThat(Schedules.readText(talks(Caps.ENTRIES)).entries()).hasSize(Caps.ENTRIES);
    }

    @Test
    void refusesWhatIsNestedTooDeeply() {
        var deep = 100_000;

        assertThat(Schedules.refusalOfText("<schedule>" + "<a>".repeat(deep))).contains("deeply");
        assertThat(Schedules.refusalOfText("[".repeat(deep))).contains("deeply");
        assertThat(Schedules.refusalOfText("BEGIN:VCALENDAR\n" + "BEGIN:X\n".repeat(deep)))
                .contains("deeply");
    }

    @Test
    void refusesJsonOfMoreValuesThanAScheduleHas() {
        assertThat(Schedules.refusalOfText("[" + "[],".repeat((int) Caps.JSON_TOKENS) + "[]]"))
                .contains("too large");
    }

    @Test
    void cutsTextsThatAreTooLongAndSaysSo() {
        var read = Schedules.readText(
                "title,start,abstract\n" + "t".repeat(1_000) + ",2026-10-16 09:00," + "a ".repeat(50_000));
        var entry = read.entries().getFirst();

        assertThat(entry.title()).hasSize(Caps.TITLE).endsWith("…");
        assertThat(entry.text()).hasSize(Caps.TEXT).endsWith("…");
        assertThat(entry.flags()).contains(Flag.TEXT_CUT);
        assertThat(entry.key()).hasSizeLessThan(Caps.KEY).startsWith("hash ");
    }

    @Test
    void readsTwoMegabytesAndAThousandSessions() {
        var abstracts = "A long abstract. ".repeat(125);
        var file = IntStream.range(0, 1_000)
                .mapToObj(i -> "Talk " + i + ",2026-10-16 09:00,2026-10-16 09:30," + abstracts)
                .collect(Collectors.joining("\n", "title,start,end,abstract\n", "\n"))
                .getBytes(StandardCharsets.UTF_8);

        assertThat(file.length).isGreaterThan(2_000_000);
        assertThat(Schedules.read(file).entries()).hasSize(1_000);
    }

    @Test
    void countsAPartyAfterTheLastEveningAsOneOfTheConference() {
        var read = Schedules.readText("title,start\nParty,2026-10-19 01:00\nToo late,2026-10-19 09:00\n");

        assertThat(Schedules.entry(read, "Party").flags()).doesNotContain(Flag.OUTSIDE_THE_CONFERENCE);
        assertThat(Schedules.entry(read, "Too late").flags()).contains(Flag.OUTSIDE_THE_CONFERENCE);
    }

    @Test
    void leavesNothingInATextThatCannotBeStoredOrDeceives() {
        var read = Schedules.readText("title,start\n\"A\u0000\u202Etalk\nin <b>two</b> lines\",2026-10-16 09:00\n");

        assertThat(read.entries()).extracting(Entry::title).containsExactly("Atalk in two lines");
    }

    private static String talks(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> "Talk " + i + ",2026-10-16 09:00")
                .collect(Collectors.joining("\n", "title,start\n", "\n"));
    }
}
