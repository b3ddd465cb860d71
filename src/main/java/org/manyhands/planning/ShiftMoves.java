package org.manyhands.planning;

import java.util.LinkedHashMap;
import java.util.Map;
import org.manyhands.audit.AuditTrail;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shared.RetriedOnConflict;
import org.manyhands.shift.Along;
import org.manyhands.shift.Drafting;
import org.manyhands.shift.ShiftEditing;
import org.manyhands.shift.ShiftId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Does what an organizer decides about a shift whose talks moved. */
@Service
class ShiftMoves {

    private final Moves moves;
    private final Ties ties;
    private final Drafting drafting;
    private final ShiftEditing editing;
    private final AuditTrail audit;

    ShiftMoves(Moves moves, Ties ties, Drafting drafting, ShiftEditing editing, AuditTrail audit) {
        this.moves = moves;
        this.ties = ties;
        this.drafting = drafting;
        this.editing = editing;
        this.audit = audit;
    }

    /**
     * To where its talks are.
     *
     * @param state of the page below which the button was pressed
     * @return how many of its people had another shift then, and are on the conflict list now
     * @throws FormRefusal where the page is not true any more, or people stand against it
     */
    @RetriedOnConflict
    @Transactional
    int move(ConferencePage conference, ShiftId shift, String state, Along people) {
        var to = find(conference, shift, state).target().orElseThrow(() -> new FormRefusal("", "moves.stale"));
        var slot = drafting.slot(conference, to.during());
        var torn = editing.move(conference.id(), shift, slot, to.placeId(), people);
        ties.known(shift);
        return torn;
    }

    /** Where it is; it is asked about again only if its talks move once more. */
    @Transactional
    void leave(ConferencePage conference, ShiftId shift, String state) {
        var line = find(conference, shift, state);
        ties.known(shift);
        audit.record(
                "shift.left-as-it-is",
                "shift",
                shift.shiftId(),
                conference.id().conferenceId(),
                whereItsTalksAre(line));
    }

    /** Nothing but their titles where they are nowhere any more. */
    private static Map<String, Object> whereItsTalksAre(Moves.Line line) {
        var detail = new LinkedHashMap<String, Object>();
        detail.put("talks", line.talks().stream().map(Moves.Tied::title).toList());
        line.target().ifPresent(target -> {
            detail.put("place", target.placeId().placeId());
            detail.put("from", target.during().start());
            detail.put("to", target.during().end());
        });
        return detail;
    }

    private Moves.Line find(ConferencePage conference, ShiftId shift, String state) {
        ties.holdSchedule(conference.id());
        return moves.of(conference).stream()
                .filter(line -> line.shift().id().equals(shift) && line.state().equals(state))
                .findFirst()
                .orElseThrow(() -> new FormRefusal("", "moves.stale"));
    }
}
