package org.manyhands.messaging;

/** Mails that one can do without, by what one says no to. Everything else tells somebody what became of their shifts. */
public enum Stream {
    REMINDERS("Reminders before my shifts"),
    ANNOUNCEMENTS("News from the organizers");

    private final String words;

    Stream(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** Of the key that signs the links which end it. */
    String purpose() {
        return "STOP_" + name();
    }
}
