package org.manyhands.schedulefile;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.fortuna.ical4j.model.TimeZoneRegistry;
import net.fortuna.ical4j.model.TimeZoneRegistryImpl;
import org.jspecify.annotations.Nullable;

/** The times of a calendar. A zone is what its name says, not what the file defines: definitions are often wrong. */
final class ICalendarTimes {

    private static final Pattern TIME =
            Pattern.compile("(\\d{4})-?(\\d\\d)-?(\\d\\d)(?:T(\\d\\d):?(\\d\\d)(?::?(\\d\\d))?(Z?))?");

    /** What else zones are called: "W. Europe Standard Time". The library fills its map when the class is first used. */
    private static final Map<String, String> OTHER_NAMES = otherNames();

    private final FileTimes times;

    /** What definitions of zones with other names say, which place they are for. */
    private final Map<String, String> places = new HashMap<>();

    private String defined = "";
    private @Nullable ZoneId zoneOfFile;

    ICalendarTimes(ConferenceDays days) {
        times = new FileTimes(days);
    }

    private static Map<String, String> otherNames() {
        new TimeZoneRegistryImpl();
        return Map.copyOf(TimeZoneRegistry.ZONE_ALIASES);
    }

    /** Takes in a line from outside of the events, if it tells of zones. */
    void learn(String component, String line) {
        var value = line.substring(line.indexOf(':') + 1).strip();
        if (component.equals("VTIMEZONE") && line.startsWith("TZID")) {
            defined = value;
        } else if (component.equals("VTIMEZONE") && line.startsWith("X-LIC-LOCATION")) {
            places.put(defined, value);
        } else if (line.startsWith("X-WR-TIMEZONE")) {
            zoneOfFile = zone(value).orElse(zoneOfFile);
        }
    }

    Moment moment(ICalendarEvent.Property property) {
        var said = property.value().strip();
        var time = TIME.matcher(said);
        if (!time.matches()) {
            return in(property.zone()).moment(said);
        }
        var date = LocalDate.of(number(time, 1), number(time, 2), number(time, 3));
        if (time.group(4) == null) {
            return in(property.zone()).moment(date, LocalTime.MIDNIGHT).asWholeDay();
        }
        var zoned = "Z".equals(time.group(7)) ? times.in(ZoneOffset.UTC) : in(property.zone());
        return zoned.moment(date, LocalTime.of(number(time, 4), number(time, 5), number(time, 6)));
    }

    private static int number(MatchResult time, int group) {
        var digits = time.group(group);
        return digits == null ? 0 : Math.min(Integer.parseInt(digits), group == 6 ? 59 : Integer.MAX_VALUE);
    }

    private FileTimes in(String zone) {
        return times.in(zone(zone).or(() -> zone(places.getOrDefault(zone, ""))).orElse(zoneOfFile));
    }

    /** Also of a name with something before it: "/mozilla.org/20070129_1/Europe/Berlin". */
    private static Optional<ZoneId> zone(String name) {
        if (name.length() > Caps.NAME) {
            return Optional.empty();
        }
        var zone = FileTimes.zone(name).or(() -> FileTimes.zone(OTHER_NAMES.getOrDefault(name, "")));
        for (var slash = name.indexOf('/'); zone.isEmpty() && slash >= 0; slash = name.indexOf('/', slash + 1)) {
            zone = FileTimes.zone(name.substring(slash + 1));
        }
        return zone;
    }
}
