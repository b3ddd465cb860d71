package org.manyhands.team;

/** What a member of a conference's team may do. */
public enum Right {
    OWNER("Owner", "everything, and who else is an owner"),
    ORGANIZER("Organizer", "everything but owners"),
    ROLE_LEAD("Role lead", "the shifts and people of their own roles"),
    DESK("Desk", "check people in, and nothing else");

    private final String words;
    private final String may;

    Right(String words, String may) {
        this.words = words;
        this.may = may;
    }

    public String words() {
        return words;
    }

    /** "Role lead: the shifts and people of their own roles". */
    public String inFull() {
        return words + ": " + may;
    }

    /** "an organizer", within a sentence. */
    public String asNoun() {
        return switch (this) {
            case OWNER -> "an owner";
            case ORGANIZER -> "an organizer";
            case ROLE_LEAD -> "a role lead";
            case DESK -> "at the check-in desk";
        };
    }
}
