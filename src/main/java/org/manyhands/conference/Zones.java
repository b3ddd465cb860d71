package org.manyhands.conference;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.manyhands.shared.Choices;

/**
 * The time zones to choose from: places on earth as the IANA time zone database names them, by their town,
 * and UTC for those that are nowhere. Java knows more, such as offsets, which PostgreSQL reads the other way round (POSIX).
 */
final class Zones {

    private static final Pattern PLACE = Pattern.compile(
            "(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+|Etc/UTC");

    private static final Set<String> IDS = ZoneId.getAvailableZoneIds().stream()
            .filter(id -> PLACE.matcher(id).matches())
            .collect(Collectors.toUnmodifiableSet());

    private Zones() {}

    static boolean offer(String id) {
        return IDS.contains(id);
    }

    /** "New York (America)", by the first letter of which one gets there in a long list. */
    static Map<String, String> choices() {
        var ids = IDS.stream().sorted(Comparator.comparing(Zones::town)).toList();
        return Choices.of(ids, id -> id, id -> town(id) + " (" + region(id) + ")");
    }

    private static String town(String id) {
        return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
    }

    private static String region(String id) {
        return id.substring(0, id.lastIndexOf('/')).replace('_', ' ').replace("/", ", ");
    }
}
