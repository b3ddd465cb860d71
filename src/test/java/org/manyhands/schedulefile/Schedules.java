package org.manyhands.schedulefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;

/** The tests' schedules: small files, each with one quirk, and what reading them comes to. */
final class Schedules {

    static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    /** The days on which all of the files lie. */
    static final ConferenceDays DAYS =
            new ConferenceDays(BRUSSELS, LocalDate.of(2026, 10, 16), LocalDate.of(2026, 10, 18));

    private Schedules() {}

    static byte[] bytes(String name) {
        try (var file = Schedules.class.getResourceAsStream("/schedulefile/" + name)) {
            assertThat(file).as(name).isNotNull();
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    static ScheduleRead.Read read(String name) {
        return read(bytes(name));
    }

    static ScheduleRead.Read read(byte[] file) {
        return (ScheduleRead.Read) assertThat(ScheduleReader.read(file, DAYS))
                .isInstanceOf(ScheduleRead.Read.class)
                .actual();
    }

    static ScheduleRead.Read readText(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    static String refusal(byte[] file) {
        return ((ScheduleRead.Refused) assertThat(ScheduleReader.read(file, DAYS))
                        .isInstanceOf(ScheduleRead.Refused.class)
                        .actual())
                .because();
    }

    static String refusalOfText(String text) {
        return refusal(text.getBytes(StandardCharsets.UTF_8));
    }

    static Entry entry(ScheduleRead.Read read, String title) {
        return read.entries().stream()
                .filter(entry -> entry.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no entry \"" + title + "\" in " + read));
    }
}
