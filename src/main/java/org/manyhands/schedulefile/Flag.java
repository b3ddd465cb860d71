package org.manyhands.schedulefile;

/** What an organizer should look at in an entry that was read. */
public enum Flag {
    END_BEFORE_START("It ends before it starts. We kept the start and left out the end."),
    NO_END("The file does not say when it ends."),
    ZERO_LENGTH("It starts and ends at the same moment."),
    ALL_DAY("It has days, but no times."),
    OUTSIDE_THE_CONFERENCE("It is not on a day of the conference."),
    NO_ROOM("It has no room."),
    ZONE_ASSUMED("The file does not say in which time zone its times are."),
    REPEATS("The file says that it repeats. We read only the first time."),
    CALLED_OFF("The file says that it is cancelled."),
    TEXT_CUT("A text in it was too long, and was cut.");

    private final String words;

    Flag(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
