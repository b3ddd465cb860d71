package org.manyhands.schedulefile;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** A spreadsheet saved as CSV, with any of the usual delimiters; its columns are told by their headings. */
final class Csv {

    private static final List<Character> DELIMITERS = List.of(',', ';', '\t');

    /** Excel's own first line, which names the delimiter that the second one shows as well. */
    private static final Pattern EXCEL = Pattern.compile("^\"?sep=.\"?\\R", Pattern.CASE_INSENSITIVE);

    private static final Pattern SEVERAL_PEOPLE = Pattern.compile("[,;|/\\n]| & | and | und ");
    private static final Pattern SEVERAL_ROOMS = Pattern.compile("[;|\\n]");

    private final Gathering gathering;
    private final FileTimes times;

    Csv(ConferenceDays days) {
        gathering = new Gathering(days);
        times = new FileTimes(days);
    }

    ScheduleRead.Read read(String withExcelsLine) {
        var text = EXCEL.matcher(withExcelsLine).replaceFirst("");
        var delimiter = DELIMITERS.stream()
                .max(Comparator.comparingInt(
                        possible -> headings(text, possible).size()))
                .orElseThrow();
        var headings = headings(text, delimiter);
        if (!headings.areEnough()) {
            throw new CannotRead("We do not know this kind of file. We read frab, pretalx and Pentabarf (XML or JSON), "
                    + "iCalendar, Sessionize JSON, and CSV whose first line has headings for the title and the start.");
        }
        try (var records = format(delimiter).parse(new StringReader(text))) {
            records.stream().skip(1).filter(Csv::saysSomething).forEach(row -> row(row, headings));
        } catch (UncheckedIOException | IOException | IllegalStateException e) {
            throw new CannotRead("A quotation mark in this CSV file opens and does not close, or closes too early.");
        }
        return gathering.read(Format.CSV);
    }

    private static Headings headings(String text, char delimiter) {
        try (var records = format(delimiter).parse(new StringReader(text))) {
            return new Headings(
                    records.stream().findFirst().map(CSVRecord::toList).orElse(List.of()));
        } catch (UncheckedIOException | IOException | IllegalStateException e) {
            return new Headings(List.of());
        }
    }

    private static CSVFormat format(char delimiter) {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreSurroundingSpaces(true)
                .setLenientEof(false)
                .get();
    }

    private static boolean saysSomething(CSVRecord row) {
        return Stream.of(row.values()).anyMatch(value -> !value.isBlank());
    }

    private void row(CSVRecord record, Headings headings) {
        var row = headings.row(record);
        var where = "row " + record.getRecordNumber();
        var said = String.join(", ", record.toList());
        gathering.add(new Spot(where, said, row.of(Heading.ID), row.of(Heading.TITLE)), () -> draft(where, row));
    }

    private Draft draft(String where, Headings.Row row) {
        return new Draft(
                where,
                row.of(Heading.ID),
                row.of(Heading.TITLE),
                row.of(Heading.SUBTITLE),
                row.of(Heading.TEXT),
                List.of(SEVERAL_PEOPLE.split(row.of(Heading.SPEAKERS))),
                List.of(SEVERAL_ROOMS.split(row.of(Heading.ROOM))),
                row.of(Heading.TYPE),
                when(row),
                row.of(Heading.LINK));
    }

    private When when(Headings.Row row) {
        var start = moment(row.of(Heading.DATE), row.of(Heading.START));
        var end = row.of(Heading.END);
        if (end.isBlank()) {
            return When.lasting(start, Lengths.read(row.of(Heading.DURATION)));
        }
        var time = FileTimes.timeIn(end);
        if (time.isEmpty()) {
            return When.between(start, moment(row.of(Heading.END_DATE), end));
        }
        var date = row.of(Heading.END_DATE);
        var on = date.isBlank() ? start.at().toLocalDate() : times.date(date);
        var until = start.with(on.atTime(time.get()));
        var pastMidnight = date.isBlank() && until.at().isBefore(start.at()) && isOfTheNight(until, start);
        return When.between(start, pastMidnight ? start.with(on.plusDays(1).atTime(time.get())) : until);
    }

    /** From 22:00 to 02:00 is a long evening; from 14:00 to 13:00 is a mistake. */
    private static boolean isOfTheNight(Moment end, Moment start) {
        return end.at().getHour() < 9 && start.at().getHour() >= 12;
    }

    private Moment moment(String date, String time) {
        if (date.isBlank() && time.isBlank()) {
            throw new Unreadable("It has no time yet.");
        }
        var clock = FileTimes.timeIn(time);
        if (clock.isPresent() && date.isBlank()) {
            throw new Unreadable("It has a time, but no date.");
        }
        return clock.isPresent()
                ? times.moment(times.date(date), clock.get())
                : times.moment(time.isBlank() ? date : time);
    }
}
