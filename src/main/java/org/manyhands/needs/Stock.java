package org.manyhands.needs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.Place;
import org.manyhands.conference.PlaceId;
import org.manyhands.conference.Places;
import org.manyhands.role.Role;
import org.manyhands.role.RoleId;
import org.manyhands.role.Roles;
import org.manyhands.shared.Rows;
import org.manyhands.shared.TimeRange;
import org.manyhands.shift.Need;
import org.manyhands.shift.ShiftId;
import org.manyhands.shift.TimeslotId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads all timeslots and shifts of a conference, to choose from and to plan with. */
@Component
class Stock {

    private final Roles roles;
    private final Places places;
    private final JdbcClient jdbc;

    Stock(Roles roles, Places places, JdbcClient jdbc) {
        this.roles = roles;
        this.places = places;
        this.jdbc = jdbc;
    }

    /** @param people who have a place on it or wait for one */
    record Line(
            ShiftId id,
            int version,
            Column column,
            String role,
            String place,
            Need need,
            String note,
            int people,
            boolean published,
            boolean cancelled) {

        /** As a cell of the grid says it. */
        public String needText() {
            return NeedText.of(need).text();
        }

        String name() {
            return role + ", " + place;
        }
    }

    record Slot(TimeslotId id, int version, TimeRange during, String label, List<Line> shifts) {

        int people() {
            return shifts.stream().mapToInt(Line::people).sum();
        }

        boolean has(Column column) {
            return shifts.stream().anyMatch(shift -> shift.column().equals(column));
        }
    }

    /** @param slots by time, then by label */
    record All(List<Slot> slots, List<Role> roles, List<Place> places) {

        SortedMap<LocalDate, List<Slot>> byDay(ConferencePage conference) {
            var days = new TreeMap<LocalDate, List<Slot>>();
            slots.forEach(slot -> days.computeIfAbsent(
                            conference.times().date(slot.during().start()), day -> new ArrayList<>())
                    .add(slot));
            return days;
        }

        Stream<Line> shifts() {
            return slots.stream().flatMap(slot -> slot.shifts().stream());
        }
    }

    All of(ConferencePage conference) {
        Map<TimeslotId, Slot> slots = new LinkedHashMap<>();
        jdbc.sql("""
                        select timeslot_id, timeslot.version as slot_version, label,
                               lower(timeslot.during) as starts_at, upper(timeslot.during) as ends_at,
                               shift_id, shift.version, role_id, place_id, role.name as role, place.name as place,
                               minimum, wanted, capacity, note, taken + waiting as people, published,
                               cancelled_at is not null as cancelled
                        from timeslot
                        left join (shift join role using (role_id) join place using (place_id)) using (timeslot_id)
                        where timeslot.conference_id = ?
                        order by timeslot.during, label, timeslot_id, role.name, place.name
                        """).param(conference.id().conferenceId()).query(row -> {
            var slot = slot(row);
            var shifts = slots.computeIfAbsent(slot.id(), id -> slot).shifts();
            if (row.getString("shift_id") != null) {
                shifts.add(line(row));
            }
        });
        return new All(
                List.copyOf(slots.values()),
                roles.findByConferenceIdOrderByName(conference.id()),
                places.findByConferenceIdOrderByName(conference.id()));
    }

    private static Slot slot(ResultSet row) throws SQLException {
        return new Slot(
                new TimeslotId(row.getObject("timeslot_id", UUID.class)),
                row.getInt("slot_version"),
                Rows.range(row, "starts_at", "ends_at"),
                row.getString("label"),
                new ArrayList<>());
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                new ShiftId(row.getObject("shift_id", UUID.class)),
                row.getInt("version"),
                new Column(
                        new RoleId(row.getObject("role_id", UUID.class)),
                        new PlaceId(row.getObject("place_id", UUID.class))),
                row.getString("role"),
                row.getString("place"),
                new Need(row.getInt("minimum"), row.getInt("wanted"), (Integer) row.getObject("capacity")),
                row.getString("note"),
                row.getInt("people"),
                row.getBoolean("published"),
                row.getBoolean("cancelled"));
    }
}
