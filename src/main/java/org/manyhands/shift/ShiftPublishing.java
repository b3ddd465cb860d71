package org.manyhands.shift;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.manyhands.audit.AuditTrail;
import org.manyhands.conference.ConferenceId;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shared.NotFound;
import org.manyhands.shared.RetriedOnConflict;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Shows shifts to volunteers, and hides them as long as nobody is on them. */
@Service
public class ShiftPublishing {

    private final Shifts shifts;
    private final PeopleInTheWay people;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    ShiftPublishing(Shifts shifts, PeopleInTheWay people, AuditTrail audit, ApplicationEventPublisher events) {
        this.shifts = shifts;
        this.people = people;
        this.audit = audit;
        this.events = events;
    }

    @RetriedOnConflict
    @Transactional
    void publish(ConferenceId conference, ShiftId id) {
        publish(List.of(shifts.lock(id, conference).orElseThrow(NotFound::new)));
    }

    /** Tells how many there were. */
    @RetriedOnConflict
    @Transactional
    int publishDrafts(ConferenceId conference) {
        var drafts = shifts.lockDrafts(conference);
        publish(drafts);
        return drafts.size();
    }

    /** Those of them that are the conference's. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(ConferenceId conference, Collection<ShiftId> ids) {
        if (!ids.isEmpty()) {
            publish(shifts.lockAll(ids, conference));
        }
    }

    private void publish(List<Shift> drafts) {
        record("shift.published", drafts, Shift::publish);
        events.publishEvent(new RoomMade(drafts.stream().map(Shift::id).toList()));
    }

    /** @throws FormRefusal naming the people on it, if there are any */
    @RetriedOnConflict
    @Transactional
    void keepAsDraft(ConferenceId conference, ShiftId id) {
        var shift = shifts.lock(id, conference).orElseThrow(NotFound::new);
        people.refuse("published", "shift.not-a-draft", List.of(shift));
        record("shift.kept-as-draft", List.of(shift), Shift::keepAsDraft);
    }

    /** All of one conference. */
    private void record(String action, List<Shift> shifts, Consumer<Shift> change) {
        var details = new LinkedHashMap<UUID, Map<String, ?>>();
        for (var shift : shifts) {
            var before = standing(shift);
            change.accept(shift);
            details.put(shift.id().shiftId(), Map.of("before", before, "after", standing(shift)));
        }
        if (!shifts.isEmpty()) {
            audit.recordAll(action, "shift", shifts.getFirst().conferenceId().conferenceId(), details);
        }
    }

    private static Map<String, Boolean> standing(Shift shift) {
        return Map.of("published", shift.isPublished(), "cancelled", shift.isCancelled());
    }
}
