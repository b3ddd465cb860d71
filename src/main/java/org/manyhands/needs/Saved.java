package org.manyhands.needs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shift.ShiftId;

/** What became of a grid that was sent: counts of what is saved, and each cell that is not with the reason why. */
final class Saved {

    private final List<Refused> refused = new ArrayList<>();
    private final List<Clash> clashes = new ArrayList<>();
    private final Map<NeedsGrid.At, String> typed = new HashMap<>();
    private final Map<NeedsForm.NewLine, List<FormRefusal>> unreadLines = new LinkedHashMap<>();
    private int made;
    private int changed;
    private int removed;
    private boolean gone;

    /** @param peopleOf the shift that people stand up for, where they are what stands against it */
    record Refused(
            NeedsGrid.At at, FormRefusal why, @Nullable ShiftId peopleOf) {}

    /** Somebody else typed another value meanwhile; theirs stays. */
    record Clash(NeedsGrid.At at, String theirs, String mine) {}

    void refuse(NeedsGrid.At at, String text, FormRefusal why, @Nullable ShiftId peopleOf) {
        refused.add(new Refused(at, why, peopleOf));
        typed.put(at, text);
    }

    void clash(NeedsGrid.At at, String theirs, String mine) {
        clashes.add(new Clash(at, theirs, mine));
    }

    /** A line for a new timeslot that is wrong somewhere; nothing of it is made. */
    void refuse(NeedsForm.NewLine line, List<FormRefusal> wrong) {
        unreadLines.put(line, wrong);
    }

    /** A timeslot, role or place of the grid was deleted meanwhile. */
    void gone() {
        gone = true;
    }

    void count(int made, int changed, int removed) {
        this.made = made;
        this.changed = changed;
        this.removed = removed;
    }

    boolean isWhole() {
        return refused.isEmpty() && clashes.isEmpty() && unreadLines.isEmpty() && !gone;
    }

    List<Refused> refused() {
        return refused;
    }

    List<Clash> clashes() {
        return clashes;
    }

    /** What was typed into cells that are not saved. */
    Map<NeedsGrid.At, String> typed() {
        return typed;
    }

    Map<NeedsForm.NewLine, List<FormRefusal>> unreadLines() {
        return unreadLines;
    }

    public int made() {
        return made;
    }

    public int changed() {
        return changed;
    }

    public int removed() {
        return removed;
    }

    public boolean isGone() {
        return gone;
    }
}
