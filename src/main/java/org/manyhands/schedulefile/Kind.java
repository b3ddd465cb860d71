package org.manyhands.schedulefile;

import java.time.Duration;
import java.util.regex.Pattern;

/** What an entry of a schedule is, as far as a file lets us guess; the organizer can say otherwise. */
public enum Kind {
    KEYNOTE(true),
    TALK(true),
    TUTORIAL(true),
    SPRINT(true),
    SOCIAL(true),
    BREAK(false),
    SERVICE(false);

    /** Longer titles are talks about breakfast, not breakfast. */
    private static final int WORDS_OF_A_SERVICE = 5;

    /** Who is open this long, and has no speaker, is there to be visited. */
    private static final Duration ALL_DAY = Duration.ofHours(8);

    private static final Pattern BREAKS = words(
            "break|breaks|coffee|tea|lunch|breakfast|brunch|dinner|supper|snack|snacks"
                    + "|refreshments|pause|kaffee|kaffeepause|mittagspause|mittagessen|frühstück|abendessen|meal|meals");
    private static final Pattern SERVICES =
            words("registration|check-?in|quiet room|silent room|lactation room|nursing room"
                    + "|parents?'? room|prayer room|green room|speaker room|speakers'? lounge|child-?care|children'?s room|kinderbetreuung"
                    + "|cloak-?room|garderobe|help ?-?desk|info ?-?desk|information desk|welcome desk|first aid|badge pick-?up|luggage"
                    + "|doors open|doors|einlass|ruheraum|anmeldung|registrierung|service");
    private static final Pattern KEYNOTES = words("keynote|keynotes");
    private static final Pattern TUTORIALS =
            words("tutorial|tutorials|workshop|workshops|training|trainings|masterclass");
    private static final Pattern SPRINTS = words("sprint|sprints|hackathon|hack day");
    private static final Pattern SOCIALS =
            words("social|social-event|party|reception|concert|performance|karaoke|game night"
                    + "|games? evening|board games?|pub quiz|meetup|get-?together|afterparty");

    private final boolean attended;

    Kind(boolean attended) {
        this.attended = attended;
    }

    /** Whether one may want to attend it, and so cannot work meanwhile. */
    public boolean attended() {
        return attended;
    }

    /** What the title says goes before what the type says: "Lunch" is none the less lunch for being among the talks. */
    static Kind of(Draft draft) {
        var short_ = draft.speakers().isEmpty() && isShort(draft.title());
        if (short_ && SERVICES.matcher(draft.title()).find()) {
            return SERVICE;
        }
        if (short_ && BREAKS.matcher(draft.title()).find()) {
            return BREAK;
        }
        var kind = ofType(draft);
        return kind == TALK && isOpenAllDay(draft) ? SERVICE : kind;
    }

    private static Kind ofType(Draft draft) {
        var type = draft.type();
        var beginning = draft.title().split("[:\\-–(]", 2)[0];
        if (draft.speakers().isEmpty() && BREAKS.matcher(type).find()) {
            return BREAK;
        } else if (draft.speakers().isEmpty() && SERVICES.matcher(type).find()) {
            return SERVICE;
        } else if (says(KEYNOTES, type, beginning)) {
            return KEYNOTE;
        } else if (says(TUTORIALS, type, beginning)) {
            return TUTORIAL;
        } else if (SPRINTS.matcher(type).find()
                || isShort(beginning) && SPRINTS.matcher(beginning).find()) {
            return SPRINT;
        }
        return says(SOCIALS, type, draft.speakers().isEmpty() ? beginning : "") ? SOCIAL : TALK;
    }

    /** A title says what it is by its first words: "Keynote: …", "Party". */
    private static boolean says(Pattern words, String type, String beginning) {
        return words.matcher(type).find()
                || isShort(beginning) && words.matcher(beginning).find();
    }

    private static boolean isOpenAllDay(Draft draft) {
        return draft.speakers().isEmpty()
                && (draft.when().flags().contains(Flag.ALL_DAY)
                        || draft.when().length().compareTo(ALL_DAY) >= 0);
    }

    private static boolean isShort(String title) {
        return title.replaceAll("\\(.*", "").strip().split("\\s+").length <= WORDS_OF_A_SERVICE;
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])(?:" + alternatives + ")(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
