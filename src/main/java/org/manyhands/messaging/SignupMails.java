package org.manyhands.messaging;

import java.time.Instant;
import java.util.Map;
import org.manyhands.mail.Letter;
import org.manyhands.mail.LetterTemplates;
import org.manyhands.mail.Outbox;
import org.manyhands.messaging.Assignments.Assignment;
import org.manyhands.signup.Covered;
import org.manyhands.signup.OfferRanOut;
import org.manyhands.signup.PlaceOffered;
import org.manyhands.signup.SignedUp;
import org.manyhands.signup.SignupId;
import org.manyhands.signup.SwapOffered;
import org.manyhands.signup.Swapped;
import org.manyhands.signup.Withdrawn;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells volunteers which shifts they have, may have and have no more, in the transaction that made it so. */
@Component
class SignupMails {

    private final Assignments assignments;
    private final AssignmentFacts facts;
    private final LetterTemplates templates;
    private final Outbox outbox;

    SignupMails(Assignments assignments, AssignmentFacts facts, LetterTemplates templates, Outbox outbox) {
        this.assignments = assignments;
        this.facts = facts;
        this.templates = templates;
        this.outbox = outbox;
    }

    @EventListener
    void youAreIn(SignedUp news) {
        assignments.of(news.signup()).ifPresent(about -> {
            var more = Map.of("wasInLine", news.wasInLine(), "assigned", news.assigned());
            write("YOU_ARE_IN", "you-are-in", about, more, about.during().end());
        });
    }

    /** Of no use once the offer has ended: another mail tells that. */
    @EventListener
    void placeOffered(PlaceOffered news) {
        assignments.of(news.signup()).ifPresent(about -> {
            var more = Map.of("until", about.times().say(news.until()));
            write("PLACE_OFFERED", "place-offered", about, more, news.until());
        });
    }

    @EventListener
    void offerRanOut(OfferRanOut news) {
        tell("OFFER_RAN_OUT", "offer-ran-out", news.signup());
    }

    @EventListener
    void youLeft(Withdrawn news) {
        tell("YOU_LEFT", "you-left", news.signup());
    }

    @EventListener
    void youAreCovered(Covered news) {
        tell("YOU_ARE_COVERED", "you-are-covered", news.signup());
    }

    /** Of no use once the shift they would give has begun. The offer itself is written once. */
    @EventListener
    void wouldYouSwap(SwapOffered news) {
        var given = assignments.of(news.given());
        assignments.of(news.asked()).filter(about -> given.isPresent()).ifPresent(about -> {
            var words = facts.of(about);
            words.put("insteadOf", given.get().inWords());
            words.put("asker", news.asker());
            outbox.write(Letter.to(
                            about.email(),
                            "SWAP_OFFERED",
                            templates.word("swap-offered", words),
                            about.during().start())
                    .inConference(about.conferenceId())
                    .answeredBy(about.contactEmail()));
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
                .ifPresent(taken -> write(
                        "SWAPPED", "you-are-in", taken, more, taken.during().end()));
    }

    private void tell(String kind, String template, SignupId signup) {
        assignments
                .of(signup)
                .ifPresent(about ->
                        write(kind, template, about, Map.of(), about.during().end()));
    }

    private void write(String kind, String template, Assignment about, Map<String, ?> more, Instant notAfter) {
        var words = facts.of(about);
        words.putAll(more);
        outbox.write(Letter.to(about.email(), kind, templates.word(template, words), notAfter)
                .inConference(about.conferenceId())
                .answeredBy(about.contactEmail())
                .tellingOf(about.signupId(), about.version()));
    }
}
