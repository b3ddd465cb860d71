package org.manyhands.schedulefile;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A day of a frab schedule, which may end next morning: times before the day's change then belong to the next date.
 *
 * @param date none where events stand outside of days
 * @param opens the first time that belongs to the date whatever the change
 * @param change before it, it is still the night of the date before
 */
record FrabDay(
        FileTimes times, @Nullable LocalDate date, @Nullable LocalTime opens, LocalTime change) {

    /** Where a file says nothing: what frab and pretalx do. */
    private static final LocalTime USUAL_CHANGE = LocalTime.of(4, 0);

    static FrabDay none(FileTimes times) {
        return new FrabDay(times, null, null, USUAL_CHANGE);
    }

    /** The arguments are what the file says, empty where it says nothing. */
    static FrabDay of(FileTimes times, String date, String start, String end, String dayChange) {
        var on = times.dateIn(date.strip().split("[T ]", 2)[0]).orElse(null);
        var from = moment(times, start);
        var opens = from != null && from.toLocalDate().equals(on) ? from.toLocalTime() : null;
        var change = FileTimes.timeIn(dayChange).orElse(USUAL_CHANGE);
        var until = moment(times, end);
        if (on != null && until != null && until.toLocalDate().isAfter(on)) {
            change = until.toLocalTime();
        }
        return new FrabDay(times, on, opens, change);
    }

    private static @Nullable ZonedDateTime moment(FileTimes times, String said) {
        try {
            return said.isBlank() ? null : times.moment(said).at();
        } catch (Unreadable e) {
            return null;
        }
    }

    /** A full date wins; a time alone is one of this day or of the night after it. */
    Moment moment(String fullDate, String time) {
        if (fullDate.isBlank() && time.isBlank()) {
            throw new Unreadable("It has no time yet.");
        }
        if (!fullDate.isBlank()) {
            var moment = times.moment(fullDate);
            return moment.wholeDay() && !time.isBlank()
                    ? times.moment(moment.at().toLocalDate(), FileTimes.time(time))
                    : moment;
        }
        if (time.strip().length() > "00:00:00 pm".length()) {
            return times.moment(time);
        }
        if (date == null) {
            throw new Unreadable("It has a time, but no date.");
        }
        var at = FileTimes.time(time);
        return times.moment(isOfTheNight(at) ? date.plusDays(1) : date, at);
    }

    private boolean isOfTheNight(LocalTime time) {
        return time.isBefore(change) && (opens == null || time.isBefore(opens));
    }
}
