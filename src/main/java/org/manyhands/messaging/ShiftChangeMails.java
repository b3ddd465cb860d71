package org.manyhands.messaging;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.manyhands.calendar.CalendarParts;
import org.manyhands.shared.LocalTimes;
import org.manyhands.signup.LostToConflict;
import org.manyhands.signup.RemovedFromShift;
import org.manyhands.signup.ShiftCancelled;
import org.manyhands.signup.ShiftMoved;
import org.manyhands.signup.SignupId;
import org.manyhands.signup.TalkMovedIntoShift;
import org.manyhands.signup.Whereabouts;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells volunteers what organizers did to their shifts, in the transaction in which they did. */
@Component
class ShiftChangeMails {

    private final Assignments assignments;
    private final AssignmentFacts facts;
    private final Mailing mailing;
    private final CalendarParts calendars;
    private final MessageSource messages;

    ShiftChangeMails(
            Assignments assignments,
            AssignmentFacts facts,
            Mailing mailing,
            CalendarParts calendars,
            MessageSource messages) {
        this.assignments = assignments;
        this.facts = facts;
        this.mailing = mailing;
        this.calendars = calendars;
        this.messages = messages;
    }

    /** What a mail says besides what all mails about a shift say. */
    private interface More {

        void into(Map<String, @Nullable Object> facts, LocalTimes times);
    }

    @EventListener
    void moved(ShiftMoved news) {
        tell(MailKind.SHIFT_MOVED, news.signup(), (facts, times) -> {
            facts.put("had", news.had());
            facts.put(
                    "standing",
                    news.had() ? "It was yours, and you moved with it." : "You keep your place in its line.");
            facts.put("was", inWords(news.was(), times));
        });
    }

    @EventListener
    void lost(LostToConflict news) {
        tell(MailKind.SHIFT_CONFLICT, news.signup(), (facts, times) -> {
            facts.put("was", inWords(news.was(), times));
            facts.put("becomes", inWords(news.becomes(), times));
            facts.put("because", messages.getMessage("conflicts.told." + news.rule(), null, Locale.ENGLISH));
            facts.put("role", news.was().role());
            facts.put("when", times.when(news.was().during()));
        });
    }

    @EventListener
    void cancelled(ShiftCancelled news) {
        tell(MailKind.SHIFT_CANCELLED, news.signup(), (facts, times) -> {
            facts.put("had", news.had());
            facts.put("standing", standing(news.had()));
        });
    }

    @EventListener
    void removed(RemovedFromShift news) {
        tell(MailKind.SHIFT_REMOVED, news.signup(), (facts, times) -> {
            facts.put("had", news.had());
            facts.put("standing", standing(news.had()));
            facts.put("word", news.word().isBlank() ? null : news.word());
        });
    }

    @EventListener
    void talkMoved(TalkMovedIntoShift news) {
        assignments.of(news.signup()).ifPresent(about -> {
            var words = facts.of(about);
            words.put("talk", news.talk());
            words.put("talkWhen", about.times().when(news.during()));
            mailing.write(mailing.word(
                    MailKind.STARRED_TALK_MOVED, about, words, about.during().start()));
        });
    }

    private void tell(MailKind kind, SignupId signup, More more) {
        assignments.of(signup).ifPresent(about -> {
            var words = facts.of(about);
            more.into(words, about.times());
            var calendar = calendars.tell(signup).orElse(null);
            words.put("inCalendar", calendar != null);
            mailing.writeOnce(
                    mailing.word(kind, about, words, about.during().end()).with(calendar), about);
        });
    }

    private static String standing(boolean had) {
        return had ? "It was yours." : "You were in line for it.";
    }

    private static String inWords(Whereabouts where, LocalTimes times) {
        return where.role() + ", " + times.when(where.during()) + ", " + where.place();
    }
}
