package org.manyhands.messaging;

import static org.manyhands.messaging.Placeholder.*;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which mails organizers can word themselves, and what can be filled in there. */
final class Editable {

    private static final List<Placeholder> ANYWHERE =
            List.of(VOLUNTEER, CONFERENCE, CONTACT, CONTACT_EMAIL, CONTACT_PHONE, MY_SHIFTS, OPEN_SHIFTS, WHOM_TO_ASK);

    /** Of mails about one shift, whoever has it now. */
    private static final List<Placeholder> ABOUT_ONE = List.of(ROLE, WHEN, DAY, TIME, ZONE, PLACE, THIS_SHIFT);

    /** Of mails about a shift that is the reader's, or can be. */
    private static final List<Placeholder> TO_BE_DONE =
            List.of(SHIFT, DIRECTIONS, BE_THERE_AT, EXPECTED_BY, NOTE, LEAVE_BY, HOW_TO_LEAVE);

    private static final Map<MailKind, Set<Placeholder>> KNOWN = new EnumMap<>(MailKind.class);

    static {
        known(MailKind.WELCOME, SUGGESTIONS, SCHEDULE, PROFILE, CHAT);
        known(MailKind.BEFORE_CONFERENCE, SHIFTS, HOW_TO_BEGIN, CHAT, HOW_TO_LEAVE);
        known(MailKind.THANK_YOU, HOURS, FEEDBACK);
        toBeDone(MailKind.REMINDER, SHIFTS);
        toBeDone(MailKind.YOU_ARE_IN, HOW_IT_CAME);
        toBeDone(MailKind.SWAPPED, INSTEAD_OF);
        toBeDone(MailKind.PLACE_OFFERED, UNTIL);
        toBeDone(MailKind.COULD_YOU_HELP, NO_THANKS);
        toBeDone(MailKind.SHIFT_MOVED, WAS, STANDING);
        aboutOne(MailKind.WAITLISTED, AHEAD);
        aboutOne(MailKind.OFFER_RAN_OUT);
        aboutOne(MailKind.YOU_LEFT);
        aboutOne(MailKind.YOU_ARE_COVERED);
        aboutOne(MailKind.SWAP_OFFERED, INSTEAD_OF, ASKER);
        aboutOne(MailKind.SHIFT_CONFLICT, WAS, BECOMES, BECAUSE);
        aboutOne(MailKind.SHIFT_CANCELLED, STANDING);
        aboutOne(MailKind.SHIFT_REMOVED, STANDING, THEIR_WORDS);
        aboutOne(MailKind.STARRED_TALK_MOVED, TALK, TALK_WHEN);
        KNOWN.put(
                MailKind.CLEARANCE_DECIDED,
                EnumSet.of(
                        VOLUNTEER,
                        ROLE,
                        DECISION,
                        ANSWER,
                        SHIFTS_OF_ROLE,
                        ROLE_PAGE,
                        OPEN_SHIFTS,
                        CONFERENCE,
                        CONTACT,
                        CONTACT_EMAIL,
                        CONTACT_PHONE,
                        WHOM_TO_ASK));
        KNOWN.put(
                MailKind.CLEARANCE_ASKED,
                EnumSet.of(VOLUNTEER, ROLE, CONFERENCE, ASKED_FOR, THEIR_WORDS, APPROVALS, ROLE_PAGE));
        aboutOne(MailKind.COVER_WANTED_LATE, VOLUNTEER_EMAIL, VOLUNTEER_PHONE, ROSTER);
        aboutOne(MailKind.LATE_WITHDRAWAL, VOLUNTEER_EMAIL, VOLUNTEER_PHONE, ROSTER, FIND_COVER);
        KNOWN.put(MailKind.SHIFT_BELOW_MINIMUM, EnumSet.of(CONFERENCE, HOW_MANY, GAPS, NOW));
        KNOWN.put(
                MailKind.TEAM_INVITATION,
                EnumSet.of(
                        CONFERENCE,
                        INVITED_BY,
                        RIGHT,
                        ROLES,
                        DAYS,
                        INVITATION,
                        CONTACT,
                        CONTACT_EMAIL,
                        CONTACT_PHONE,
                        WHOM_TO_ASK));
    }

    private Editable() {}

    private static Set<Placeholder> known(MailKind kind, Placeholder... more) {
        var all = EnumSet.copyOf(ANYWHERE);
        Collections.addAll(all, more);
        KNOWN.put(kind, all);
        return all;
    }

    private static Set<Placeholder> aboutOne(MailKind kind, Placeholder... more) {
        var all = known(kind, more);
        all.addAll(ABOUT_ONE);
        return all;
    }

    private static void toBeDone(MailKind kind, Placeholder... more) {
        aboutOne(kind, more).addAll(TO_BE_DONE);
    }

    /** In the order in which people get them. */
    static List<MailKind> kinds() {
        return Arrays.stream(MailKind.values()).filter(KNOWN::containsKey).toList();
    }

    /** Nothing where it cannot be worded. */
    static Set<Placeholder> placeholders(MailKind kind) {
        return KNOWN.getOrDefault(kind, Set.of());
    }
}
