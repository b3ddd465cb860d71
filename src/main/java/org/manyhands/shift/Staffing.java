package org.manyhands.shift;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * How many people a shift needs, and how many it has.
 *
 * @param taken places of people
 * @param reserved places held without a person
 * @param waiting people in line for a place
 * @param coverWanted people on it who look for somebody to take their place
 */
public record Staffing(Need need, int taken, int reserved, int waiting, int coverWanted) {

    /** What a reader selects for {@link #in}. */
    public static final String COLUMNS = "minimum, wanted, capacity, taken, reserved, waiting, cover_wanted";

    /** What a reader asks of a shift that has a free place, whoever may have it. */
    public static final String HAS_ROOM = "(capacity is null or taken + reserved < capacity)";

    /** What a reader asks of a shift with a free place, or one that somebody would give. */
    public static final String NEEDS_SOMEBODY = "(" + HAS_ROOM + " or cover_wanted > 0)";

    public static Staffing in(ResultSet row) throws SQLException {
        return new Staffing(
                new Need(row.getInt("minimum"), row.getInt("wanted"), (Integer) row.getObject("capacity")),
                row.getInt("taken"),
                row.getInt("reserved"),
                row.getInt("waiting"),
                row.getInt("cover_wanted"));
    }

    /** Places that nobody else can have. */
    public int occupied() {
        return taken + reserved;
    }

    public boolean hasRoom() {
        return need.maximum() == null || occupied() < need.maximum();
    }

    /** How many people are missing for it to open at all. */
    public int missing() {
        return Math.max(0, need.minimum() - occupied());
    }

    /** How many more are wanted. */
    public int open() {
        return Math.max(0, need.wanted() - occupied());
    }

    /** Places filled of those wanted; who comes beyond them fills nobody else's. */
    public int filled() {
        return Math.min(occupied(), need.wanted());
    }

    /** As few words as a grid's cell holds: "1 of 2 left". */
    public String roomInBrief() {
        return need.maximum() == null ? "room" : need.maximum() - occupied() + " of " + need.maximum() + " left";
    }

    /** "3 of 4 places left." */
    public String roomInWords() {
        if (need.maximum() == null) {
            return occupied() == 0 ? "Room for everybody." : "Room for everybody. " + occupied() + " coming so far.";
        }
        var left = need.maximum() - occupied();
        return switch (left) {
            case 0 -> "Full.";
            case 1 -> need.maximum() == 1 ? "One place, still free." : "One place left of " + need.maximum() + ".";
            default ->
                left == need.maximum() ? left + " places, all free." : left + " of " + need.maximum() + " places left.";
        };
    }

    /** "Needs 1 more to open on time.", or nothing. */
    public String needInWords() {
        return missing() == 0 ? "" : "Needs " + missing() + " more to open on time.";
    }
}
