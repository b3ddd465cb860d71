package org.manyhands.messaging;

import java.util.Locale;

/** What people are written about a conference; its name is the mail's kind in the outbox. */
enum MailKind {
    WELCOME,
    YOU_ARE_IN,
    SWAPPED("you-are-in"),
    BEFORE_CONFERENCE,
    REMINDER,
    THANK_YOU,
    WAITLISTED,
    PLACE_OFFERED,
    OFFER_RAN_OUT,
    YOU_LEFT,
    YOU_ARE_COVERED,
    SWAP_OFFERED,
    SHIFT_MOVED,
    SHIFT_CONFLICT,
    SHIFT_CANCELLED,
    SHIFT_REMOVED,
    STARRED_TALK_MOVED,
    COULD_YOU_HELP,
    CLEARANCE_DECIDED,
    CLEARANCE_ASKED,
    COVER_WANTED_LATE,
    LATE_WITHDRAWAL,
    SHIFT_BELOW_MINIMUM,
    TEAM_INVITATION;

    private final String template;

    MailKind() {
        this.template = name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    MailKind(String template) {
        this.template = template;
    }

    /** Its name in {@code templates/mail}. */
    String template() {
        return template;
    }
}
