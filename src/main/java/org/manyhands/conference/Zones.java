package org.manyhands.conference;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.manyhands.shared.Choices;
import org.manyhands.shared.FormRefusal;

/**
 * The time zones to choose from: places on earth as the IANA time zone database names them, by their town,
 * and UTC for those that are nowhere. Java knows more, such as offsets, which PostgreSQL reads the other way round (POSIX),
 * and former names, which nobody is offered; a conference that has one keeps it.
 */
public final class Zones {

    private static final Pattern PLACE = Pattern.compile(
            "(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+|Etc/UTC");

    private static final Set<String> IDS = ZoneId.getAvailableZoneIds().stream()
            .filter(id -> PLACE.matcher(id).matches())
            .collect(Collectors.toUnmodifiableSet());

    /** The other names of places that are in the list, as the database's file "backward" tells them (2025b). */
    private static final Set<String> FORMER =
            Set.of(("Africa/Asmera Africa/Timbuktu America/Argentina/ComodRivadavia America/Atka America/Buenos_Aires"
                            + " America/Catamarca America/Coral_Harbour America/Cordoba America/Ensenada America/Fort_Wayne"
                            + " America/Godthab America/Indianapolis America/Jujuy America/Knox_IN America/Louisville"
                            + " America/Mendoza America/Nipigon America/Pangnirtung America/Porto_Acre America/Rainy_River"
                            + " America/Rosario America/Santa_Isabel America/Shiprock America/Thunder_Bay America/Virgin"
                            + " America/Yellowknife Antarctica/South_Pole Asia/Ashkhabad Asia/Calcutta Asia/Choibalsan"
                            + " Asia/Chongqing Asia/Chungking Asia/Dacca Asia/Harbin Asia/Istanbul Asia/Kashgar Asia/Katmandu"
                            + " Asia/Macao Asia/Rangoon Asia/Saigon Asia/Tel_Aviv Asia/Thimbu Asia/Ujung_Pandang"
                            + " Asia/Ulan_Bator Atlantic/Faeroe Atlantic/Jan_Mayen Australia/ACT Australia/Canberra"
                            + " Australia/Currie Australia/LHI Australia/NSW Australia/North Australia/Queensland"
                            + " Australia/South Australia/Tasmania Australia/Victoria Australia/West Australia/Yancowinna"
                            + " Europe/Belfast Europe/Kiev Europe/Nicosia Europe/Tiraspol Europe/Uzhgorod Europe/Zaporozhye"
                            + " Pacific/Enderbury Pacific/Johnston Pacific/Ponape Pacific/Samoa Pacific/Truk Pacific/Yap")
                    .split(" "));

    private Zones() {}

    public static boolean offer(String id) {
        return IDS.contains(id);
    }

    /** @throws FormRefusal beside "zone" where it is none to choose from */
    static ZoneId typed(String id) {
        if (!offer(id)) {
            throw new FormRefusal("zone", "conference.zone");
        }
        return ZoneId.of(id);
    }

    /** "New York (America)", by the first letter of which one gets there in a long list. */
    static Map<String, String> choices() {
        return choices("");
    }

    /** @param kept one to be in the list whatever its name */
    public static Map<String, String> choices(String kept) {
        var ids = IDS.stream()
                .filter(id -> !FORMER.contains(id) || id.equals(kept))
                .sorted(Comparator.comparing(Zones::town))
                .toList();
        return Choices.of(ids, id -> id, id -> town(id) + " (" + region(id) + ")");
    }

    private static String town(String id) {
        return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
    }

    private static String region(String id) {
        return id.substring(0, id.lastIndexOf('/')).replace('_', ' ').replace("/", ", ");
    }
}
