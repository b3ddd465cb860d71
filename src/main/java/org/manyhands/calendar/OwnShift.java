package org.manyhands.calendar;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.manyhands.role.EarlyArrival;
import org.manyhands.shared.BaseUrl;
import org.manyhands.shared.LocalTimes;
import org.manyhands.shared.TimeRange;
import org.manyhands.shift.ShiftId;

/**
 * Somebody's shift, with all that they need to know on the day.
 *
 * @param confirmed whether it is theirs, or was
 * @param sent whether a mail put it into their calendar
 * @param attached whether mails of this conference may
 * @param email null for who has no address
 */
record OwnShift(
        UUID signup,
        boolean confirmed,
        UUID uid,
        int sequence,
        Instant changedAt,
        boolean sent,
        boolean attached,
        @Nullable String email,
        ShiftId shift,
        TimeRange during,
        String note,
        String role,
        int arriveEarlyMinutes,
        String expectedBy,
        String place,
        String directions,
        String slug,
        String conference,
        LocalTimes times,
        String contactName,
        String contactEmail,
        @Nullable String contactPhone)
        implements EarlyArrival {

    /** As it stands in their own calendar. */
    CalendarEvent event(BaseUrl baseUrl) {
        var link = baseUrl.of(shift.under(slug));
        return new CalendarEvent(
                uid + "@" + baseUrl.host(),
                sequence,
                changedAt,
                during,
                role + ", " + conference,
                place,
                description(link),
                link,
                arriveEarlyMinutes,
                null);
    }

    private String description(String link) {
        return Stream.of(
                        line("Be there at ", arriveEarlyMinutes == 0 ? "" : times.time(arriveAt())),
                        line("Who expects you: ", expectedBy),
                        line("How to get there: ", directions),
                        line("Note: ", note),
                        "Whom to ask: "
                                + Stream.of(contactName, contactEmail, contactPhone == null ? "" : contactPhone)
                                        .filter(part -> !part.isBlank())
                                        .collect(joining(", ")),
                        "The shift, and how to leave it: " + link,
                        "Declining or deleting this entry does not tell us. Press Withdraw on that page instead.")
                .filter(line -> !line.isEmpty())
                .collect(joining("\n"));
    }

    private static String line(String what, String said) {
        return said.isBlank() ? "" : what + said;
    }
}
