package org.manyhands.messaging;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.util.StringUtils;

/** What people are written about a conference; its name is the mail's kind in the outbox. */
enum MailKind {
    WELCOME("Welcome"),
    YOU_ARE_IN("You’re in"),
    SWAPPED("You swapped", "you-are-in"),
    BEFORE_CONFERENCE("Before the conference"),
    REMINDER("Reminder"),
    THANK_YOU("Thank you"),
    WAITLISTED("In line"),
    PLACE_OFFERED("A place became free"),
    OFFER_RAN_OUT("The place went on"),
    YOU_LEFT("You left"),
    YOU_ARE_COVERED("Somebody took over"),
    SWAP_OFFERED("Would you swap?"),
    SHIFT_MOVED("It moved"),
    SHIFT_CONFLICT("It moved onto another"),
    SHIFT_CANCELLED("Cancelled"),
    SHIFT_REMOVED("No longer yours"),
    STARRED_TALK_MOVED("A starred talk moved"),
    COULD_YOU_HELP("Could you help?"),
    CLEARANCE_DECIDED("Briefing or approval, answered"),
    CLEARANCE_ASKED("Briefing or approval, asked"),
    COVER_WANTED_LATE("Late, and wants cover"),
    LATE_WITHDRAWAL("Left late"),
    SHIFT_BELOW_MINIMUM("Shifts that cannot open"),
    /** Written by the floor above. */
    ANNOUNCEMENT("Announcement"),
    TEAM_INVITATION("Invitation to the team"),
    CHAT_BELOW_MINIMUM("Chat: shifts that cannot open"),
    CHAT_COVER_WANTED("Chat: cover wanted"),
    CHAT_TEST("Chat: a test");

    private final String words;
    private final String template;

    MailKind(String words) {
        this.words = words;
        this.template = name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    MailKind(String words, String template) {
        this.words = words;
        this.template = template;
    }

    /** As organizers read it. */
    public String words() {
        return words;
    }

    /** As organizers read it, of a kind in the outbox; what other modules write is named as they name it. */
    static String inWords(String kind) {
        return Arrays.stream(values())
                .filter(each -> each.name().equals(kind))
                .findFirst()
                .map(MailKind::words)
                .orElseGet(() ->
                        StringUtils.capitalize(kind.toLowerCase(Locale.ROOT).replace('_', ' ')));
    }

    /** As an address has it. */
    public String value() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<MailKind> of(String value) {
        return Arrays.stream(values())
                .filter(kind -> kind.value().equals(value))
                .findFirst();
    }

    /** Its name in {@code templates/mail}. */
    String template() {
        return template;
    }
}
