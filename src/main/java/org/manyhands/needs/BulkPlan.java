package org.manyhands.needs;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.manyhands.conference.PlaceId;
import org.manyhands.shared.TimeRange;
import org.manyhands.shift.Need;
import org.manyhands.shift.ShiftId;
import org.manyhands.shift.TimeslotId;

/** What would become of many timeslots and shifts, step by step. */
record BulkPlan(BulkForm.What what, List<Step> steps) {

    /** Where a shift is to be made: in a timeslot that stands, or in one that is made too. */
    record Spot(Optional<TimeslotId> slot, TimeRange during, String label) {}

    /** Something to do, or to leave: with the words in which the page says it. */
    sealed interface Step {

        /** The thing: "Registration desk, Lobby, Mon 19 Oct, 8:00 – 10:00". */
        String name();

        /** What is different afterwards, if that needs words. */
        default String then() {
            return "";
        }

        /** How many people it concerns. */
        default int people() {
            return 0;
        }
    }

    record MakeSlot(String name, Spot spot) implements Step {}

    record MakeShift(String name, String then, Spot spot, Column column, Need need, String note) implements Step {}

    record MoveSlot(String name, String then, TimeslotId slot, int version, TimeRange during, int people)
            implements Step {}

    record Rename(String name, String then, TimeslotId slot, int version, String label) implements Step {}

    record MoveShift(String name, String then, ShiftId shift, int version, TimeslotId slot, PlaceId place, int people)
            implements Step {}

    record Publish(String name, ShiftId shift, int version) implements Step {}

    /** @param why the message's key */
    record Skip(String name, String why, List<Object> args) implements Step {}

    /** What is done. */
    public List<Step> done() {
        return steps.stream().filter(step -> !(step instanceof Skip)).toList();
    }

    public List<Step> skipped() {
        return steps.stream().filter(step -> step instanceof Skip).toList();
    }

    public int people() {
        return steps.stream().mapToInt(Step::people).sum();
    }

    <S extends Step> List<S> all(Class<S> kind) {
        return steps.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** All that a yes hangs on: pressed below another state it was pressed below another page. */
    public String state() {
        return Integer.toHexString(Objects.hash(String.valueOf(what), steps.toString()));
    }
}
