package org.manyhands.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DateProperty;

/** A calendar as ical4j reads it, which has to find nothing wrong with it. */
public record Parsed(String text, Calendar calendar) {

    public static Parsed read(String text) {
        assertThat(text.replace("\r\n", "")).as("lines end by CRLF").doesNotContain("\n", "\r");
        assertThat(text.split("\r\n"))
                .allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8))
                        .as(line)
                        .hasSizeLessThanOrEqualTo(75));
        try {
            var calendar = new CalendarBuilder().build(new StringReader(text));
            assertThat(calendar.validate().getEntries()).as(text).isEmpty();
            return new Parsed(text, calendar);
        } catch (IOException | ParserException e) {
            throw new AssertionError(text, e);
        }
    }

    public String method() {
        return calendar.getProperty("METHOD").orElseThrow().getValue();
    }

    public List<VEvent> events() {
        return calendar.getComponents(Component.VEVENT);
    }

    public VEvent event() {
        assertThat(events()).as(text).hasSize(1);
        return events().getFirst();
    }

    public String of(String property) {
        return of(event(), property);
    }

    public static String of(VEvent event, String property) {
        return event.getProperty(property).orElseThrow().getValue();
    }

    public Instant start() {
        return instant(event(), "DTSTART");
    }

    public Instant end() {
        return instant(event(), "DTEND");
    }

    private static Instant instant(VEvent event, String property) {
        DateProperty<?> date = event.<DateProperty<?>>getProperty(property).orElseThrow();
        Temporal temporal = date.getDate();
        return switch (temporal) {
            case ZonedDateTime zoned -> zoned.toInstant();
            case OffsetDateTime offset -> offset.toInstant();
            case Instant instant -> instant;
            default -> throw new AssertionError(temporal);
        };
    }
}
