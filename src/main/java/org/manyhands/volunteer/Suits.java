package org.manyhands.volunteer;

/** Which setting of work suits somebody. */
public enum Suits {
    EITHER("Anything is fine"),
    PEOPLE("With people: I like to meet and help them"),
    BETWEEN("In between: some people, some quiet"),
    QUIET("Quiet: little contact, please");

    private final String words;

    Suits(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
