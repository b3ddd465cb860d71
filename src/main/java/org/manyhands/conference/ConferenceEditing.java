package org.manyhands.conference;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.manyhands.account.AccountId;
import org.manyhands.audit.AuditTrail;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shared.NotFound;
import org.manyhands.shared.RetriedOnConflict;
import org.manyhands.shared.Saving;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Founds conferences, and changes them as their organizers want. */
@Service
class ConferenceEditing {

    private final Conferences conferences;
    private final Team team;
    private final ConferenceUse use;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ConferenceEditing(
            Conferences conferences,
            Team team,
            ConferenceUse use,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.conferences = conferences;
        this.team = team;
        this.use = use;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    Conference find(ConferenceId id) {
        return conferences.findById(id).orElseThrow(NotFound::new);
    }

    /** Whoever founds a conference owns it. */
    @Transactional
    Conference found(ConferenceForm form, AccountId founder) {
        form.days().refuseImpossible();
        var conference = new Conference(
                form.freeSlug(),
                form.name(),
                form.town(),
                form.firstDay(),
                form.lastDay(),
                form.zoneId(),
                form.contact(),
                form.conductUrl());
        fill(conference, form);
        conferences.saveAndFlush(conference);
        var id = conference.id().conferenceId();
        team.own(conference.id(), founder, clock.instant());
        audit.recordAdded("conference", id, id, ConferenceForm.of(conference));
        return conference;
    }

    @Transactional
    void change(ConferenceId id, ConferenceForm form) {
        var conference = find(id);
        Saving.refuseStale(form.version(), conference.version());
        form.days().refuseImpossible();
        refuseToMoveTimeslots(conference, form);
        var before = ConferenceForm.of(conference);
        fill(conference, form);
        conferences.flush();
        if (!before.zone().equals(form.zone()) || !before.days().equals(form.days())) {
            events.publishEvent(new ConferenceMoved(id));
        }
        audit.recordChanged("conference", id.conferenceId(), id.conferenceId(), before, ConferenceForm.of(conference));
    }

    private static void fill(Conference conference, ConferenceForm form) {
        conference.describe(form.name(), form.town(), form.welcome());
        conference.takePlace(form.firstDay(), form.lastDay(), form.zoneId());
        conference.answerTo(form.contact(), form.conductUrl(), form.chatUrlOrNull());
        conference.takeSignups(form.signupWindow());
        conference.handOver(Duration.ofMinutes(form.handoverMinutes()));
        conference.serveWaitlists(form.waitlistOver(conference.waitlist()));
        conference.limit(form.limitsOver(conference.limits()));
        refuseFirstDaysWithoutOpening(conference, form);
    }

    /** Timeslots stand at instants: in another zone they would begin at another time of day. */
    private void refuseToMoveTimeslots(Conference conference, ConferenceForm form) {
        var timeslots = use.timeslots(conference.id());
        if (timeslots > 0 && !conference.zone().equals(form.zoneId())) {
            throw new FormRefusal("zone", "conference.zone-in-use", timeslots, conference.town());
        }
    }

    /** Told beside the opening where the form was sent without limits. */
    private static void refuseFirstDaysWithoutOpening(Conference conference, ConferenceForm form) {
        if (conference.limits().firstShifts() != null
                && conference.signupWindow().opensAt() == null) {
            var field = form.limits() == null ? "signupOpensAt" : "limits.firstShifts";
            throw new FormRefusal(field, "conference.first-days-without-opening");
        }
    }

    @Transactional
    void publish(ConferenceId id) {
        var conference = find(id);
        var before = conference.isPublished();
        conference.publish();
        record("conference.published", id, before, true);
    }

    /**
     * Hides the conference from everybody but its organizers.
     *
     * @return how many places are taken; hidden only where none is, so that nobody's shifts vanish
     */
    @RetriedOnConflict
    @Transactional
    int unpublish(ConferenceId id) {
        var taken = use.placesTakenUnderLock(id);
        if (taken == 0) {
            var conference = find(id);
            var before = conference.isPublished();
            conference.unpublish();
            record("conference.unpublished", id, before, false);
        }
        return taken;
    }

    private void record(String action, ConferenceId id, boolean before, boolean after) {
        audit.record(
                action,
                "conference",
                id.conferenceId(),
                id.conferenceId(),
                Map.of("before", Map.of("published", before), "after", Map.of("published", after)));
    }
}
