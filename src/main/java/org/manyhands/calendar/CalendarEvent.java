package org.manyhands.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.manyhands.shared.TimeRange;

/**
 * An entry of a calendar.
 *
 * @param uid its name, the same for ever and everywhere
 * @param changedAt when it became what it is; not when it is written, so that the same data gives the same bytes
 * @param minutesEarly how long before it begins one is expected, and reminded; 0 for no reminder
 * @param attendee whose calendar it is put into by mail; null in files and feeds
 */
record CalendarEvent(
        String uid,
        int sequence,
        Instant changedAt,
        TimeRange during,
        String summary,
        String location,
        String description,
        @Nullable String link,
        int minutesEarly,
        @Nullable String attendee) {

    CalendarEvent to(@Nullable String email) {
        return new CalendarEvent(
                uid, sequence, changedAt, during, summary, location, description, link, minutesEarly, email);
    }

    void write(Method method, CalendarZone zone, String organizer, CalendarText into) {
        into.begin("VEVENT")
                .line("UID:" + uid)
                .line("SEQUENCE:" + sequence)
                .at("DTSTAMP", changedAt)
                .at("LAST-MODIFIED", changedAt);
        zone.write(during, into);
        into.words("SUMMARY", summary).words("LOCATION", location).words("DESCRIPTION", description);
        if (link != null) {
            into.line("URL:" + link);
        }
        into.line("STATUS:" + (method == Method.CANCEL ? "CANCELLED" : "CONFIRMED"))
                .line("ORGANIZER:mailto:" + organizer);
        if (attendee != null) {
            into.line("ATTENDEE;PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:" + attendee);
        }
        if (minutesEarly > 0 && method != Method.CANCEL) {
            into.begin("VALARM")
                    .line("ACTION:DISPLAY")
                    .words("DESCRIPTION", "Be there now: " + summary)
                    .line("TRIGGER:-PT" + minutesEarly + "M")
                    .end("VALARM");
        }
        into.end("VEVENT");
    }

    /** What is done with it (RFC 5546). */
    enum Method {
        PUBLISH,
        REQUEST,
        CANCEL
    }
}
