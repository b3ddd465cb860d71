package org.manyhands.messaging;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.manyhands.calendar.CalendarParts;
import org.manyhands.messaging.Assignments.Assignment;
import org.manyhands.signup.Covered;
import org.manyhands.signup.OfferRanOut;
import org.manyhands.signup.PlaceOffered;
import org.manyhands.signup.SignedUp;
import org.manyhands.signup.SignupId;
import org.manyhands.signup.SwapOffered;
import org.manyhands.signup.Swapped;
import org.manyhands.signup.Waitlisted;
import org.manyhands.signup.Withdrawn;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells volunteers which shifts they have, may have and have no more, in the transaction that made it so. */
@Component
class SignupMails {

    private final Assignments assignments;
    private final AssignmentFacts facts;
    private final Mailing mailing;
    private final CalendarParts calendars;

    SignupMails(Assignments assignments, AssignmentFacts facts, Mailing mailing, CalendarParts calendars) {
        this.assignments = assignments;
        this.facts = facts;
        this.mailing = mailing;
        this.calendars = calendars;
    }

    @EventListener
    void youAreIn(SignedUp news) {
        assignments.of(news.signup()).ifPresent(about -> {
            var more = new HashMap<String, @Nullable Object>();
            more.put("wasInLine", news.wasInLine());
            more.put("assigned", news.assigned());
            more.put("howItCame", howItCame(news));
            write(MailKind.YOU_ARE_IN, about, more, about.during().end());
        });
    }

    /** Of no use once the shift has begun: nobody is promoted any more. */
    @EventListener
    void youAreInLine(Waitlisted news) {
        assignments
                .of(news.signup())
                .ifPresent(about -> write(
                        MailKind.WAITLISTED,
                        about,
                        inLine(assignments.aheadOf(news.signup())),
                        about.during().start()));
    }

    /** Of no use once the offer has ended: another mail tells that. */
    @EventListener
    void placeOffered(PlaceOffered news) {
        assignments.of(news.signup()).ifPresent(about -> {
            var more = Map.of("until", about.times().say(news.until()));
            write(MailKind.PLACE_OFFERED, about, more, news.until());
        });
    }

    @EventListener
    void offerRanOut(OfferRanOut news) {
        tell(MailKind.OFFER_RAN_OUT, news.signup());
    }

    @EventListener
    void youLeft(Withdrawn news) {
        tell(MailKind.YOU_LEFT, news.signup());
    }

    @EventListener
    void youAreCovered(Covered news) {
        tell(MailKind.YOU_ARE_COVERED, news.signup());
    }

    /** Of no use once the shift they would give has begun. The offer itself is written once. */
    @EventListener
    void wouldYouSwap(SwapOffered news) {
        var given = assignments.of(news.given());
        assignments.of(news.asked()).filter(about -> given.isPresent()).ifPresent(about -> {
            var words = facts.of(about);
            words.put("insteadOf", given.get().inWords());
            words.put("asker", news.asker() == null ? "another volunteer" : news.asker());
            mailing.write(mailing.word(
                    MailKind.SWAP_OFFERED, about, words, about.during().start()));
        });
    }

    @EventListener
    void youSwapped(Swapped news) {
        var more = assignments
                .of(news.given())
                .map(given -> Map.of("insteadOf", given.inWords()))
                .orElse(Map.of());
        assignments
                .of(news.taken())
                .ifPresent(taken ->
                        write(MailKind.SWAPPED, taken, more, taken.during().end()));
    }

    private static @Nullable String howItCame(SignedUp news) {
        if (news.assigned()) {
            return "The organizers put you on it and count on you now. If you can't, or nobody asked you, say no.";
        }
        return news.wasInLine() ? "You were in line for it, and a place became free." : null;
    }

    private static Map<String, Object> inLine(int ahead) {
        var words = switch (ahead) {
            case 0 -> "you are the first in line";
            case 1 -> "one person is in line before you";
            default -> ahead + " people are in line before you";
        };
        return Map.of("inLine", words);
    }

    private void tell(MailKind kind, SignupId signup) {
        assignments
                .of(signup)
                .ifPresent(about -> write(kind, about, Map.of(), about.during().end()));
    }

    private void write(
            MailKind kind, Assignment about, Map<String, ? extends @Nullable Object> more, Instant notAfter) {
        var words = facts.of(about);
        words.putAll(more);
        var calendar = calendars.tell(new SignupId(about.signupId())).orElse(null);
        words.put("inCalendar", calendar != null);
        mailing.writeOnce(mailing.word(kind, about, words, notAfter).with(calendar), about);
    }
}
