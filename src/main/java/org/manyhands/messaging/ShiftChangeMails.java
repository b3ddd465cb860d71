package org.manyhands.messaging;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.manyhands.mail.Letter;
import org.manyhands.mail.LetterTemplates;
import org.manyhands.mail.Outbox;
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
    private final LetterTemplates templates;
    private final Outbox outbox;
    private final MessageSource messages;

    ShiftChangeMails(
            Assignments assignments,
            AssignmentFacts facts,
            LetterTemplates templates,
            Outbox outbox,
            MessageSource messages) {
        this.assignments = assignments;
        this.facts = facts;
        this.templates = templates;
        this.outbox = outbox;
        this.messages = messages;
    }

    /** What a mail says besides what all mails about a shift say. */
    private interface More {

        void into(Map<String, @Nullable Object> facts, LocalTimes times);
    }

    @EventListener
    void moved(ShiftMoved news) {
        tell("SHIFT_MOVED", "shift-moved", news.signup(), (facts, times) -> {
            facts.put("had", news.had());
            facts.put("was", inWords(news.was(), times));
        });
    }

    @EventListener
    void lost(LostToConflict news) {
        tell("SHIFT_CONFLICT", "shift-conflict", news.signup(), (facts, times) -> {
            facts.put("was", inWords(news.was(), times));
            facts.put("becomes", inWords(news.becomes(), times));
            facts.put("because", messages.getMessage("conflicts.told." + news.rule(), null, Locale.ENGLISH));
            facts.put("role", news.was().role());
            facts.put("when", times.when(news.was().during()));
        });
    }

    @EventListener
    void cancelled(ShiftCancelled news) {
        tell("SHIFT_CANCELLED", "shift-cancelled", news.signup(), (facts, times) -> facts.put("had", news.had()));
    }

    @EventListener
    void removed(RemovedFromShift news) {
        tell("SHIFT_REMOVED", "shift-removed", news.signup(), (facts, times) -> {
            facts.put("had", news.had());
            facts.put("word", news.word().isBlank() ? null : news.word());
        });
    }

    @EventListener
    void talkMoved(TalkMovedIntoShift news) {
        assignments.of(news.signup()).ifPresent(about -> {
            var words = facts.of(about);
            words.put("talk", news.talk());
            words.put("talkWhen", about.times().when(news.during()));
            outbox.write(Letter.to(
                            about.email(),
                            "STARRED_TALK_MOVED",
                            templates.word("starred-talk-moved", words),
                            about.during().start())
                    .inConference(about.conferenceId())
                    .answeredBy(about.contactEmail()));
        });
    }

    private void tell(String kind, String template, SignupId signup, More more) {
        assignments.of(signup).ifPresent(about -> {
            var words = facts.of(about);
            more.into(words, about.times());
            outbox.write(Letter.to(
                            about.email(),
                            kind,
                            templates.word(template, words),
                            about.during().end())
                    .inConference(about.conferenceId())
                    .answeredBy(about.contactEmail())
                    .tellingOf(about.signupId(), about.version()));
        });
    }

    private static String inWords(Whereabouts where, LocalTimes times) {
        return where.role() + ", " + times.when(where.during()) + ", " + where.place();
    }
}
