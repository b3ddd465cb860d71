package org.manyhands.matching;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.manyhands.role.Setting;
import org.manyhands.shared.LocalTimes;
import org.manyhands.shared.TimeRange;
import org.manyhands.volunteer.Suits;

/** Says to organizers in a sentence why somebody suits a shift: "Asked for this role, likes it quiet, has 2 h of 6 h so far." */
final class WhyThem {

    private WhyThem() {}

    static String of(Candidate shift, Asker them) {
        var parts = new ArrayList<String>();
        if (them.wishes().contains(shift.roleSlug())) {
            parts.add("asked for this role");
        }
        setting(shift.setting(), them.suits(), parts);
        if (shift.heard() != null) {
            parts.add("starred “" + shift.heard() + "”, which they would hear");
        }
        if (Reasons.isNextToAnother(shift, them)) {
            parts.add("next to another shift of theirs");
        }
        parts.add(hours(them));
        var sentence = String.join(", ", parts);
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + ".";
    }

    private static void setting(Setting setting, Suits suits, List<String> parts) {
        if (suits == Suits.EITHER) {
            return;
        }
        var theirs = Setting.valueOf(suits.name());
        if (theirs == setting) {
            parts.add(
                    switch (setting) {
                        case PEOPLE -> "likes to be with people";
                        case BETWEEN -> "likes some people, some quiet";
                        case QUIET -> "likes it quiet";
                    });
        } else if (Math.abs(theirs.ordinal() - setting.ordinal()) > 1) {
            parts.add(theirs == Setting.QUIET ? "would rather have it quiet" : "would rather be with people");
        }
    }

    private static String hours(Asker them) {
        if (them.shifts().isEmpty()) {
            return "has no shift yet";
        }
        var most = them.hoursWanted();
        return "has " + LocalTimes.length(taken(them)) + (most == null ? "" : " of " + LocalTimes.length(most))
                + " so far";
    }

    static Duration taken(Asker them) {
        return them.shifts().stream().map(TimeRange::length).reduce(Duration.ZERO, Duration::plus);
    }
}
