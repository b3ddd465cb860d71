package org.manyhands.people;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shared.SpreadsheetCell;

/** The people as a file (RFC 4180): a line for each. */
final class PeopleCsv {

    private static final double MINUTES = 60.0;

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(
                    "Name",
                    "Pronouns",
                    "E-mail",
                    "Phone",
                    "Chat",
                    "Suits",
                    "Hours asked for",
                    "Shifts",
                    "Hours taken",
                    "Hours worked",
                    "No-shows",
                    "Registered")
            .get();

    private PeopleCsv() {}

    static String of(List<PeopleList.Line> people, ConferencePage conference) {
        var text = new StringWriter();
        try (var csv = new CSVPrinter(text, FORMAT)) {
            for (var each : people) {
                csv.printRecord(
                        SpreadsheetCell.safe(each.name()),
                        SpreadsheetCell.safe(each.pronouns()),
                        SpreadsheetCell.safe(Objects.requireNonNullElse(each.email(), "")),
                        SpreadsheetCell.safe(each.phone()),
                        SpreadsheetCell.safe(each.chatHandle()),
                        each.setting().map(setting -> setting.words()).orElse("Anything"),
                        each.hoursAtMost(),
                        each.shifts(),
                        hours(each.taken()),
                        hours(each.worked()),
                        each.noShows(),
                        conference.times().date(each.registeredAt()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static double hours(Duration length) {
        return length.toMinutes() / MINUTES;
    }
}
