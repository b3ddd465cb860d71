package org.manyhands.report;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.manyhands.shared.SpreadsheetCell;

/** The report's tables as files (RFC 4180). */
final class ReportCsv {

    private static final double MINUTES = 60.0;

    private ReportCsv() {}

    static String ofRoles(List<Breakdown.Row> roles) {
        var text = new StringWriter();
        try (var csv =
                csv(text, "Role", "Shifts", "Places wanted", "Taken", "Hours planned", "Hours worked", "No-shows")) {
            for (var row : roles) {
                var tally = row.tally();
                csv.printRecord(
                        SpreadsheetCell.safe(row.name()),
                        tally.shifts(),
                        tally.wanted(),
                        tally.taken(),
                        hours(tally.planned()),
                        hours(tally.worked()),
                        tally.noShows());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    static String ofPeople(List<PeopleReport.Line> people) {
        var text = new StringWriter();
        try (var csv = csv(text, "Name", "Shifts", "Hours planned", "Hours worked", "No-shows")) {
            for (var line : people) {
                csv.printRecord(
                        SpreadsheetCell.safe(line.name()),
                        line.shifts(),
                        hours(line.planned()),
                        hours(line.worked()),
                        line.noShows());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static CSVPrinter csv(StringWriter text, String... header) throws IOException {
        return new CSVPrinter(
                text, CSVFormat.RFC4180.builder().setHeader(header).get());
    }

    private static double hours(Duration length) {
        return Math.round(length.toMinutes() / MINUTES * 100) / 100.0;
    }
}
