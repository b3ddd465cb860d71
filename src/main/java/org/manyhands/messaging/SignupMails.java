package org.manyhands.messaging;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.manyhands.mail.Letter;
import org.manyhands.mail.LetterTemplates;
import org.manyhands.mail.Outbox;
import org.manyhands.mail.Wording;
import org.manyhands.messaging.Assignments.Assignment;
import org.manyhands.shared.BaseUrl;
import org.manyhands.shared.Reach;
import org.manyhands.signup.SignedUp;
import org.manyhands.signup.SignupId;
import org.manyhands.signup.Swapped;
import org.manyhands.signup.Withdrawn;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells volunteers what they took and what they left, in the transaction in which they did. */
@Component
class SignupMails {

    private final Assignments assignments;
    private final LetterTemplates templates;
    private final Outbox outbox;
    private final BaseUrl baseUrl;

    SignupMails(Assignments assignments, LetterTemplates templates, Outbox outbox, BaseUrl baseUrl) {
        this.assignments = assignments;
        this.templates = templates;
        this.outbox = outbox;
        this.baseUrl = baseUrl;
    }

    @EventListener
    void youAreIn(SignedUp news) {
        tell("YOU_ARE_IN", "you-are-in", news.signup());
    }

    @EventListener
    void youLeft(Withdrawn news) {
        tell("YOU_LEFT", "you-left", news.signup());
    }

    @EventListener
    void youSwapped(Swapped news) {
        var given = assignments.of(news.given()).map(SignupMails::inWords);
        assignments.of(news.taken()).ifPresent(taken -> {
            var facts = facts(taken);
            facts.put("insteadOf", given.orElse(null));
            outbox.write(letter("SWAPPED", templates.word("you-are-in", facts), taken));
        });
    }

    private static String inWords(Assignment shift) {
        return shift.role() + ", " + shift.times().when(shift.during());
    }

    private void tell(String kind, String template, SignupId signup) {
        assignments
                .of(signup)
                .ifPresent(about -> outbox.write(letter(kind, templates.word(template, facts(about)), about)));
    }

    private Letter letter(String kind, Wording wording, Assignment about) {
        return Letter.to(about.email(), kind, wording, about.during().end())
                .inConference(about.conferenceId())
                .answeredBy(about.contactEmail())
                .tellingOf(about.signupId(), about.version());
    }

    /** What is not known or not needed is null, which templates leave out. */
    private Map<String, @Nullable Object> facts(Assignment about) {
        var times = about.times();
        var start = about.during().start();
        var here = "/" + about.slug();
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("volunteer", about.volunteer());
        facts.put("conference", about.conference());
        facts.put("role", about.role());
        facts.put("when", times.when(about.during()));
        facts.put("day", times.day(start));
        facts.put("span", times.span(about.during()));
        facts.put("zone", times.zoneName(start));
        facts.put("beThereAt", about.arriveEarlyMinutes() == 0 ? null : arrival(about));
        facts.put("place", about.place());
        facts.put("directions", unlessBlank(about.directions()));
        facts.put("expectedBy", unlessBlank(about.expectedBy()));
        facts.put("note", unlessBlank(about.note()));
        facts.put("hasHandbook", about.hasHandbook());
        facts.put("contactName", about.contactName());
        facts.put("contactEmail", about.contactEmail());
        facts.put("writeLink", URI.create(Reach.byMail(about.contactEmail())));
        facts.put("contactPhone", unlessBlank(about.contactPhone()));
        var call = Reach.byPhone(about.contactPhone());
        facts.put("callLink", call == null ? null : URI.create(call));
        facts.put("shiftLink", URI.create(baseUrl.of(here + "/shifts/" + about.shiftId())));
        facts.put("myShiftsLink", URI.create(baseUrl.of(here + "/me")));
        facts.put("openShiftsLink", URI.create(baseUrl.of(here + "/shifts?open=true")));
        return facts;
    }

    /** Says the day only where it is not the shift's: who starts at midnight arrives the evening before. */
    private static Object arrival(Assignment about) {
        var times = about.times();
        var sameDay =
                times.date(about.arriveAt()).equals(times.date(about.during().start()));
        return sameDay ? times.time(about.arriveAt()) : times.say(about.arriveAt());
    }

    private static @Nullable String unlessBlank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
