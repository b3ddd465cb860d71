package org.manyhands.role;

/** What somebody needs before they can take shifts of a role; until they have it they ask for it. */
public enum RoleNeeds {
    NOTHING("Nothing: whoever wants to can take it"),
    BRIEFING("A briefing first"),
    APPROVAL("An organizer’s yes first");

    private final String words;

    RoleNeeds(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    public boolean isSomething() {
        return this != NOTHING;
    }
}
