package org.manyhands.schedulefile;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalQuery;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ways in which files write dates and times. */
final class FileTimes {

    /** ISO 8601, and what people make of it: a blank for the T, one digit where two belong. */
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("uuuu-M-d['T'][ ]H:mm[:ss]")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendPattern("[ ][XXX][XX][X]")
            .toFormatter(Locale.ROOT);

    /** American before British order; where both can be read, the one that is a day of the conference counts. */
    private static final List<DateTimeFormatter> DATES = formats(
            "uuuu-M-d", "uuuu/M/d", "d.M.uuuu", "M/d/uuuu", "d/M/uuuu", "[EEEE, ][EEE, ]MMM d, uuuu", "d MMM uuuu");

    private static final List<DateTimeFormatter> TIMES = formats("H:mm[:ss]", "h:mm[:ss][ ]a", "h[ ]a", "H.mm");

    private final ConferenceDays days;
    private final @Nullable ZoneId zoneOfFile;

    FileTimes(ConferenceDays days) {
        this(days, null);
    }

    private FileTimes(ConferenceDays days, @Nullable ZoneId zoneOfFile) {
        this.days = days;
        this.zoneOfFile = zoneOfFile;
    }

    /** With the zone that the file names for its times; null changes nothing. */
    FileTimes in(@Nullable ZoneId zone) {
        return zone == null ? this : new FileTimes(days, zone);
    }

    /** The zone of that name, and nothing where there is none. */
    static Optional<ZoneId> zone(String name) {
        try {
            return name.isBlank() ? Optional.empty() : Optional.of(ZoneId.of(name.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A date with or without a time. */
    Moment moment(String typed) {
        var said = typed.strip();
        if (said.length() > Caps.NUMBER) {
            throw unknown(said);
        }
        if (!isLike(ISO, said)) {
            return otherwise(said);
        }
        try {
            var best = ISO.parseBest(said, ZonedDateTime::from, LocalDateTime::from);
            return best instanceof ZonedDateTime zoned ? new Moment(zoned, false, false) : local((LocalDateTime) best);
        } catch (DateTimeException notIso) {
            return otherwise(said);
        }
    }

    private Moment otherwise(String said) {
        var wholeDay = dateIn(said);
        if (wholeDay.isPresent()) {
            return local(wholeDay.get().atStartOfDay()).asWholeDay();
        }
        for (var blank = said.indexOf(' '); blank > 0; blank = said.indexOf(' ', blank + 1)) {
            var date = dateIn(said.substring(0, blank).replaceAll(",$", ""));
            var time = timeIn(said.substring(blank + 1));
            if (date.isPresent() && time.isPresent()) {
                return moment(date.get(), time.get());
            }
        }
        throw unknown(said);
    }

    private static Unreadable unknown(String said) {
        return new Unreadable("“" + PlainText.line(said, Caps.NAME) + "” is not a date and a time that we know.");
    }

    Moment moment(LocalDate date, LocalTime time) {
        return local(date.atTime(time));
    }

    private Moment local(LocalDateTime local) {
        return Moment.of(local, zoneOfFile == null ? days.zone() : zoneOfFile, zoneOfFile == null);
    }

    /** The date, also of a text that goes on with a time. */
    LocalDate date(String typed) {
        var said = typed.strip();
        return dateIn(said)
                .or(() -> said.length() > 10 ? dateIn(said.substring(0, 10)) : Optional.empty())
                .orElseThrow(
                        () -> new Unreadable("“" + PlainText.line(said, Caps.NAME) + "” is not a date that we know."));
    }

    static LocalTime time(String typed) {
        var said = typed.strip();
        return timeIn(said)
                .orElseThrow(
                        () -> new Unreadable("“" + PlainText.line(said, Caps.NAME) + "” is not a time that we know."));
    }

    static Optional<LocalTime> timeIn(String said) {
        return said.length() > Caps.NUMBER
                ? Optional.empty()
                : TIMES.stream()
                        .map(format -> parsed(said.strip(), format, LocalTime::from))
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .findFirst();
    }

    Optional<LocalDate> dateIn(String said) {
        if (said.length() > Caps.NUMBER) {
            return Optional.empty();
        }
        var possible = DATES.stream()
                .map(format -> parsed(said.strip(), format, LocalDate::from))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        return possible.stream()
                .filter(days::include)
                .findFirst()
                .or(() -> possible.stream().findFirst());
    }

    /** Asked first, as an exception for each format that a date is not in takes longer than all else that is read. */
    private static boolean isLike(DateTimeFormatter format, String said) {
        var at = new ParsePosition(0);
        return format.parseUnresolved(said, at) != null && at.getIndex() == said.length();
    }

    private static <T> @Nullable T parsed(String said, DateTimeFormatter format, TemporalQuery<T> query) {
        if (!isLike(format, said)) {
            return null;
        }
        try {
            return format.parse(said, query);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static List<DateTimeFormatter> formats(String... patterns) {
        return Arrays.stream(patterns)
                .map(pattern -> new DateTimeFormatterBuilder()
                        .parseCaseInsensitive()
                        .appendPattern(pattern)
                        .toFormatter(Locale.ENGLISH))
                .toList();
    }
}
