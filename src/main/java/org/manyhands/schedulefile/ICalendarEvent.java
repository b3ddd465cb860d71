package org.manyhands.schedulefile;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ContentHandler;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.PropertyCodec;
import org.apache.commons.codec.DecoderException;
import org.jspecify.annotations.Nullable;

/** The properties of one event of a calendar; of each name the first counts. */
final class ICalendarEvent implements ContentHandler {

    /**
     * @param value as it stands in the file, escaped
     * @param zone the parameter TZID, empty without one
     */
    record Property(String value, String zone) {}

    private static final Set<String> CALLED_OFF = Set.of("CANCELLED", "CANCELED");
    private static final Pattern SEVERAL = Pattern.compile("[;|\\n]");
    private static final PropertyCodec ESCAPES = new PropertyCodec();

    private final Map<String, Property> properties = new HashMap<>();
    private String name = "";
    private String zone = "";

    private ICalendarEvent() {}

    static ICalendarEvent parse(List<String> lines) {
        var event = new ICalendarEvent();
        var calendar = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n" + String.join("\r\n", lines)
                + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        try {
            new CalendarParserImpl().parse(new StringReader(calendar), event);
            return event;
        } catch (ParserException | IOException e) {
            throw new Unreadable("Its lines are not as iCalendar wants them.");
        }
    }

    Draft draft(int index, ICalendarTimes times) {
        var uid = text("UID");
        return new Draft(
                "event " + index + (uid.isEmpty() ? "" : " (" + uid + ")"),
                uid,
                text("SUMMARY"),
                "",
                text("DESCRIPTION"),
                List.of(),
                List.of(SEVERAL.split(text("LOCATION"))),
                text("CATEGORIES"),
                when(times),
                raw("URL"));
    }

    private When when(ICalendarTimes times) {
        var start = properties.get("DTSTART");
        if (start == null || start.value().isBlank()) {
            throw new Unreadable("It has no time yet.");
        }
        var from = times.moment(start);
        var end = properties.get("DTEND");
        var when = end == null || end.value().isBlank()
                ? When.lasting(from, Lengths.read(raw("DURATION")))
                : When.between(from, times.moment(end));
        if (properties.containsKey("RRULE") || properties.containsKey("RDATE")) {
            when = when.and(Flag.REPEATS);
        }
        return CALLED_OFF.contains(raw("STATUS").toUpperCase(Locale.ROOT)) ? when.and(Flag.CALLED_OFF) : when;
    }

    private String raw(String property) {
        var found = properties.get(property);
        return found == null ? "" : found.value().strip();
    }

    private String text(String property) {
        try {
            return ESCAPES.decode(raw(property));
        } catch (DecoderException e) {
            throw new Unreadable("Its " + property + " is not as iCalendar wants it.");
        }
    }

    @Override
    public void startProperty(@Nullable String name) {
        this.name = name == null ? "" : name.toUpperCase(Locale.ROOT);
        zone = "";
    }

    @Override
    public void parameter(@Nullable String name, @Nullable String value) {
        if ("TZID".equalsIgnoreCase(name) && value != null) {
            zone = value.replace("\"", "").strip();
        }
    }

    @Override
    public void propertyValue(@Nullable String value) {
        properties.putIfAbsent(name, new Property(value == null ? "" : value, zone));
    }

    @Override
    public void startCalendar() {}

    @Override
    public void endCalendar() {}

    @Override
    public void startComponent(@Nullable String name) {}

    @Override
    public void endComponent(@Nullable String name) {}

    @Override
    public void endProperty(@Nullable String name) {}
}
