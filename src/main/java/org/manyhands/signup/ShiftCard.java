package org.manyhands.signup;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shift.ShiftList;

/**
 * A shift as one reader sees it: what it is, and what they may do with it.
 *
 * @param clash the reader's own shift that overlaps it
 */
record ShiftCard(ShiftList.Line shift, Standing standing, MyShifts.@Nullable Mine clash) {

    /** What a shift is to a reader, which decides its one button. */
    enum Standing {
        OPEN,
        MINE,
        OVERLAPS,
        FULL,
        BEGUN,
        NOT_OPEN_YET,
        CLOSED
    }

    static List<ShiftCard> of(
            List<ShiftList.Line> shifts, List<MyShifts.Mine> mine, ConferencePage conference, Instant now) {
        return shifts.stream().map(shift -> of(shift, mine, conference, now)).toList();
    }

    static ShiftCard of(ShiftList.Line shift, List<MyShifts.Mine> mine, ConferencePage conference, Instant now) {
        var clash = mine.stream()
                .filter(other -> other.busy().overlaps(shift.busy()))
                .findFirst()
                .orElse(null);
        var isMine = mine.stream().anyMatch(other -> other.id().equals(shift.id()));
        return new ShiftCard(shift, standing(shift, isMine, clash, conference, now), isMine ? null : clash);
    }

    private static Standing standing(
            ShiftList.Line shift,
            boolean isMine,
            MyShifts.@Nullable Mine clash,
            ConferencePage conference,
            Instant now) {
        if (isMine) {
            return Standing.MINE;
        }
        if (!now.isBefore(shift.during().start())) {
            return Standing.BEGUN;
        }
        if (!conference.signupWindow().hasOpened(now)) {
            return Standing.NOT_OPEN_YET;
        }
        if (conference.signupWindow().hasClosed(now)) {
            return Standing.CLOSED;
        }
        if (!shift.staffing().hasRoom()) {
            return Standing.FULL;
        }
        return clash == null ? Standing.OPEN : Standing.OVERLAPS;
    }

    public boolean isOpen() {
        return standing == Standing.OPEN;
    }

    /** As few words as a grid's cell holds. */
    public String inTheGrid() {
        return switch (standing) {
            case OPEN ->
                (shift.staffing().missing() > 0 ? "▲ " : "") + shift.staffing().roomInBrief();
            case MINE -> "✓ yours";
            case OVERLAPS -> "busy";
            case FULL -> "full";
            case BEGUN -> "begun";
            case NOT_OPEN_YET -> "not open yet";
            case CLOSED -> "closed";
        };
    }
}
