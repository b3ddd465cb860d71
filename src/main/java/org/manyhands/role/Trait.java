package org.manyhands.role;

/** What a role asks of a person, or gives to them. */
public enum Trait {
    ON_STAGE("On stage"),
    STANDING("Standing"),
    LIFTING("Lifting"),
    REMOTE("Remote"),
    HEARS_TALKS("Hears the talks");

    private final String words;

    Trait(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
