package org.manyhands.needs;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

/** Reads what a day of a conference needs, as a grid of timeslots, and roles at places. */
@Component
class NeedsGrid {

    /** On a page; with a little room below the number of parameters that the server takes (server.tomcat.max-parameter-count). */
    static final int MOST_CELLS = 4_000;

    private final Roles roles;
    private final Places places;
    private final JdbcClient jdbc;

    NeedsGrid(Roles roles, Places places, JdbcClient jdbc) {
        this.roles = roles;
        this.places = places;
        this.jdbc = jdbc;
    }

    /** A cell of the grid. */
    record At(TimeslotId slot, Column column) {}

    record Slot(TimeslotId id, TimeRange during, String label) {}

    record Head(Column column, String role, String place) {}

    /** @param people who have a place on it or wait for one */
    record Stored(ShiftId id, Need need, int people, boolean published, boolean cancelled) {}

    /**
     * @param days those of the conference, and others on which there are timeslots
     * @param cut how many columns there are besides, too many for a page
     */
    record Sheet(
            LocalDate day,
            SortedSet<LocalDate> days,
            List<Slot> slots,
            List<Head> columns,
            int cut,
            Map<At, Stored> shifts,
            List<Role> roles,
            List<Place> places) {}

    /** @param more columns beside those that have shifts; what is none of the conference's is left out */
    Sheet of(ConferencePage conference, @Nullable LocalDate asked, Collection<Column> more) {
        var slots = slots(conference);
        var days = new TreeSet<>(conference.days());
        slots.forEach(slot -> days.add(conference.times().date(slot.during().start())));
        var day = asked == null ? first(conference, slots) : asked;
        days.add(day);
        var ofTheDay = slots.stream()
                .filter(slot -> conference.times().date(slot.during().start()).equals(day))
                .toList();
        var offeredRoles = roles.findByConferenceIdOrderByName(conference.id());
        var offeredPlaces = places.findByConferenceIdOrderByName(conference.id());
        var heads = heads(Stream.concat(columns(conference), more.stream()), offeredRoles, offeredPlaces);
        var most = MOST_CELLS / (ofTheDay.size() + NeedsForm.NEW_LINES);
        return new Sheet(
                day,
                days,
                ofTheDay,
                heads.stream().limit(most).toList(),
                Math.max(0, heads.size() - most),
                shifts(ofTheDay),
                offeredRoles,
                offeredPlaces);
    }

    private static LocalDate first(ConferencePage conference, List<Slot> slots) {
        return slots.isEmpty()
                ? conference.firstDay()
                : conference.times().date(slots.getFirst().during().start());
    }

    private static List<Head> heads(Stream<Column> columns, List<Role> roles, List<Place> places) {
        var roleNames = roles.stream().collect(Collectors.toMap(Role::id, Role::name));
        var placeNames = places.stream().collect(Collectors.toMap(Place::id, Place::name));
        return columns.distinct()
                .filter(column -> roleNames.containsKey(column.role()) && placeNames.containsKey(column.place()))
                .map(column -> new Head(
                        column,
                        requireNonNull(roleNames.get(column.role())),
                        requireNonNull(placeNames.get(column.place()))))
                .sorted(comparing(Head::role)
                        .thenComparing(head -> head.column().role().roleId())
                        .thenComparing(Head::place))
                .toList();
    }

    private List<Slot> slots(ConferencePage conference) {
        return jdbc.sql("""
                        select timeslot_id, lower(during) as starts_at, upper(during) as ends_at, label
                        from timeslot where conference_id = ? order by during, label, timeslot_id
                        """)
                .param(conference.id().conferenceId())
                .query((row, number) -> new Slot(
                        new TimeslotId(row.getObject("timeslot_id", UUID.class)),
                        Rows.range(row, "starts_at", "ends_at"),
                        row.getString("label")))
                .list();
    }

    private Stream<Column> columns(ConferencePage conference) {
        return jdbc
                .sql("select distinct role_id, place_id from shift where conference_id = ?")
                .param(conference.id().conferenceId())
                .query((row, number) -> column(row))
                .list()
                .stream();
    }

    /** Those of the columns that no shift keeps in the grid. */
    List<Column> without(ConferencePage conference, Collection<Column> columns) {
        var kept = columns(conference).toList();
        return columns.stream()
                .filter(column -> !kept.contains(column))
                .distinct()
                .toList();
    }

    private Map<At, Stored> shifts(List<Slot> slots) {
        var shifts = new HashMap<At, Stored>();
        jdbc.sql("""
                        select shift_id, timeslot_id, role_id, place_id, minimum, wanted, capacity,
                               taken + waiting as people, published, cancelled_at is not null as cancelled
                        from shift where timeslot_id = any (?)
                        """)
                .param(slots.stream().map(slot -> slot.id().timeslotId()).toArray(UUID[]::new))
                .query(row -> {
                    shifts.put(
                            new At(new TimeslotId(row.getObject("timeslot_id", UUID.class)), column(row)), stored(row));
                });
        return shifts;
    }

    private static Column column(ResultSet row) throws SQLException {
        return new Column(
                new RoleId(row.getObject("role_id", UUID.class)), new PlaceId(row.getObject("place_id", UUID.class)));
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                new ShiftId(row.getObject("shift_id", UUID.class)),
                new Need(row.getInt("minimum"), row.getInt("wanted"), (Integer) row.getObject("capacity")),
                row.getInt("people"),
                row.getBoolean("published"),
                row.getBoolean("cancelled"));
    }
}
