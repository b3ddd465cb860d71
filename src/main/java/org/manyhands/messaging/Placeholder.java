package org.manyhands.messaging;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What organizers can have filled in where they word a mail themselves: {@code {my-shifts}} in their text. */
enum Placeholder {
    VOLUNTEER("volunteer", "Ida Moreau: the volunteer"),
    CONFERENCE("conference", "the conference’s name"),
    ROLE("role", "Registration desk"),
    WHEN("when", "Mon 16 Oct, 8:00 – 10:00"),
    DAY("day", "Monday 16 October"),
    TIME("span", "8:00 – 10:00"),
    ZONE("zone", "Durham, EDT"),
    PLACE("place", "Junior Ballroom"),
    DIRECTIONS("directions", "how to get there"),
    BE_THERE_AT("beThereAt", "7:45, where the role begins earlier"),
    EXPECTED_BY("expectedBy", "who expects them"),
    NOTE("note", "the shift’s note"),
    LEAVE_BY("leaveBy", "until when they can withdraw"),
    CONTACT("contactName", "the volunteers’ contact"),
    CONTACT_EMAIL("contactEmail", "the contact’s address"),
    CONTACT_PHONE("contactPhone", "the contact’s phone"),

    HOW_IT_CAME("howItCame", "a sentence for those who waited in line, or were put on it"),
    STANDING("standing", "whether it was theirs, or they were in line for it"),
    AHEAD("inLine", "how many are in line before them"),
    UNTIL("until", "until when the place is kept"),
    INSTEAD_OF("insteadOf", "the other shift of a swap"),
    ASKER("asker", "who would like to swap"),
    WAS("was", "the shift as it was"),
    BECOMES("becomes", "the shift as it is now"),
    BECAUSE("because", "why they could not go along"),
    THEIR_WORDS("word", "what was written with it"),
    TALK("talk", "the talk’s title"),
    TALK_WHEN("talkWhen", "when the talk is"),
    HOURS("hours", "6 h 30 min: how long they helped"),
    HOW_TO_BEGIN("orientation", "what stands in “When they go out” for it"),

    VOLUNTEER_EMAIL("volunteerEmail", "the volunteer’s address"),
    VOLUNTEER_PHONE("volunteerPhone", "the volunteer’s phone"),
    HOW_MANY("howMany", "2 shifts"),
    ASKED_FOR("askedFor", "“the briefing” or “the yes”"),
    DECISION("decision", "a sentence: yes, no, or no longer"),
    ANSWER("answer", "the team’s word on it"),
    INVITED_BY("invitedBy", "who asks them in"),
    RIGHT("right", "an organizer"),
    ROLES("roleNames", "the roles they would lead"),
    DAYS("days", "how many days it stands"),

    MY_SHIFTS("myShiftsLink", "My shifts", Form.LINK),
    THIS_SHIFT("shiftLink", "About the shift", Form.LINK),
    OPEN_SHIFTS("openShiftsLink", "What is open", Form.LINK),
    SUGGESTIONS("suggestionsLink", "What suits me", Form.LINK),
    SCHEDULE("scheduleLink", "The schedule", Form.LINK),
    PROFILE("profileLink", "What I like", Form.LINK),
    CHAT("chatLink", "The chat", Form.LINK),
    FEEDBACK("feedbackLink", "Tell us how it was", Form.LINK),
    NO_THANKS("answerLink", "No, thanks", Form.LINK),
    ROLE_PAGE("roleLink", "About the role", Form.LINK),
    SHIFTS_OF_ROLE("shiftsLink", "Shifts to choose from", Form.LINK),
    APPROVALS("approvalsLink", "Who waits", Form.LINK),
    INVITATION("link", "The invitation", Form.LINK),
    FIND_COVER("coverLink", "Find cover", Form.LINK),
    ROSTER("rosterLink", "The roster", Form.LINK),
    NOW("nowLink", "What to do about them", Form.LINK),

    SHIFT("shift", "when, where, who expects them, the handbook", Form.BLOCK),
    SHIFTS("shifts", "the same for each of their shifts", Form.BLOCK),
    GAPS("gaps", "each shift, what it needs, and a link to find cover", Form.BLOCK),
    HOW_TO_LEAVE("leave", "how to get out of it", Form.BLOCK),
    WHOM_TO_ASK("ask", "the contact, with address and phone", Form.BLOCK);

    /** How it stands in a text. */
    enum Form {
        WORDS,
        /** In the text its address, in HTML the words of it; alone in its paragraph a button. */
        LINK,
        /** Several lines, so it needs a line of its own. */
        BLOCK
    }

    private final String fact;
    private final String words;
    private final Form form;

    Placeholder(String fact, String words) {
        this(fact, words, Form.WORDS);
    }

    Placeholder(String fact, String words, Form form) {
        this.fact = fact;
        this.words = words;
        this.form = form;
    }

    /** @param name as it stands between the braces, in small or capital letters */
    static Optional<Placeholder> of(String name) {
        return Arrays.stream(values())
                .filter(each -> each.asName().equalsIgnoreCase(name))
                .findFirst();
    }

    private String asName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As it is typed. */
    public String typed() {
        return "{" + asName() + "}";
    }

    /** Of a link, what is read in its place; of all else, what it is or an example of it. */
    public String words() {
        return words;
    }

    /** Its name among the facts of a mail. */
    String fact() {
        return fact;
    }

    public Form form() {
        return form;
    }
}
