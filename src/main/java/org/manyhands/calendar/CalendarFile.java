package org.manyhands.calendar;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.manyhands.calendar.CalendarEvent.Method;
import org.manyhands.conference.ConferencePage;
import org.manyhands.mail.Sender;
import org.manyhands.shared.TimeRange;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Makes whole iCalendar objects (RFC 5545) of entries, and answers with them. */
@Component
class CalendarFile {

    private static final MediaType TYPE = MediaType.parseMediaType("text/calendar;charset=UTF-8");

    private final Sender sender;

    CalendarFile(Sender sender) {
        this.sender = sender;
    }

    /** @param covered all times that are said in the zone lie in it, as far as is known without the entries */
    String of(Method method, ZoneId zone, List<CalendarEvent> events, TimeRange covered) {
        return write(method, "", zone, events, covered, sender.address());
    }

    /** A feed says its name, and how often it is worth to ask for it. */
    String feed(String name, ConferencePage conference, List<CalendarEvent> events) {
        return write(Method.PUBLISH, name, conference.zone(), events, daysOf(conference), sender.address());
    }

    /** @param organizer who mails come from: only what came from them is taken to change an entry */
    static String write(
            Method method, String name, ZoneId zone, List<CalendarEvent> events, TimeRange covered, String organizer) {
        var text = new CalendarText();
        text.begin("VCALENDAR")
                .line("VERSION:2.0")
                .line("PRODID:-//Many Hands//Volunteer sign-up//EN")
                .line("CALSCALE:GREGORIAN")
                .line("METHOD:" + method);
        if (!name.isEmpty()) {
            text.words("X-WR-CALNAME", name)
                    .line("X-WR-TIMEZONE:" + zone.getId())
                    .line("REFRESH-INTERVAL;VALUE=DURATION:PT1H")
                    .line("X-PUBLISHED-TTL:PT1H");
        }
        var calendarZone = new CalendarZone(zone);
        calendarZone.writeRules(with(events, covered), text);
        events.forEach(event -> event.write(method, calendarZone, organizer, text));
        return text.end("VCALENDAR").toString();
    }

    private static TimeRange with(List<CalendarEvent> events, TimeRange covered) {
        var start = covered.start();
        var end = covered.end();
        for (var event : events) {
            start = event.during().start().isBefore(start) ? event.during().start() : start;
            end = event.during().end().isAfter(end) ? event.during().end() : end;
        }
        return new TimeRange(start, end);
    }

    private static TimeRange daysOf(ConferencePage conference) {
        return new TimeRange(
                conference
                        .firstDay()
                        .atTime(LocalTime.MIN)
                        .atZone(conference.zone())
                        .toInstant(),
                conference
                        .lastDay()
                        .plusDays(1)
                        .atTime(LocalTime.MIN)
                        .atZone(conference.zone())
                        .toInstant());
    }

    /** For its reader alone: kept by nobody, found by no search engine. */
    static ResponseEntity<String> answer(String calendar, String fileName) {
        return ResponseEntity.ok()
                .contentType(TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("X-Robots-Tag", "noindex, nofollow")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(fileName)
                                .build()
                                .toString())
                .body(calendar);
    }
}
