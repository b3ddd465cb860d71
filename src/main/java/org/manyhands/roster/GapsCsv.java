package org.manyhands.roster;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shared.SpreadsheetCell;

/** The gap table as a file (RFC 4180): a line for each role and hour. */
final class GapsCsv {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader("Day", "From", "Role", "Signed up", "Wanted", "Still wanted", "State")
            .get();

    private GapsCsv() {}

    static String of(GapTable gaps, ConferencePage conference) {
        var text = new StringWriter();
        try (var csv = new CSVPrinter(text, FORMAT)) {
            for (var row : gaps.rows()) {
                for (var cell : row.cells()) {
                    if (cell.people().grade() != Gaps.Grade.NONE) {
                        print(row, cell, conference, csv);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void print(GapTable.Row row, GapTable.Cell cell, ConferencePage conference, CSVPrinter csv)
            throws IOException {
        var local = conference.times().local(cell.hour());
        csv.printRecord(
                local.toLocalDate(),
                local.toLocalTime(),
                SpreadsheetCell.safe(row.role()),
                cell.people().signedUp(),
                cell.people().wanted(),
                cell.people().open(),
                cell.people().grade().name().toLowerCase(Locale.ROOT));
    }
}
