package org.manyhands.shift;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.RolesInSight;
import org.manyhands.role.Setting;
import org.manyhands.shared.Rows;
import org.manyhands.shared.TimeRange;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads all timeslots and shifts of a conference, drafts included, for its organizers. */
@Component
class ShiftPlan {

    private final JdbcClient jdbc;

    ShiftPlan(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One shift as an organizer sees it. */
    record Line(
            ShiftId id,
            String role,
            Setting setting,
            String place,
            Staffing staffing,
            String reservedFor,
            boolean published,
            boolean cancelled) {

        /** Yet to be published, or kept back on purpose. */
        public boolean draft() {
            return !published && !cancelled;
        }

        /** "2 wanted, at least 1, at most 4". */
        public String needInWords() {
            var need = staffing.need();
            if (need.equals(Need.of(need.wanted()))) {
                return need.wanted() + " wanted";
            }
            return need.wanted() + " wanted, at least " + need.minimum()
                    + (need.maximum() == null ? ", no limit" : ", at most " + need.maximum());
        }

        /** "3 signed up, 1 place held for the sponsor". */
        public String takenInWords() {
            var taken = staffing.taken();
            var reserved = staffing.reserved();
            var held = reserved == 0
                    ? ""
                    : ", " + reserved + (reserved == 1 ? " place held" : " places held")
                            + (reservedFor.isBlank() ? "" : " for " + reservedFor);
            return (taken == 0 ? "nobody signed up yet" : taken + " signed up") + held;
        }
    }

    /** A timeslot and its shifts, none for a timeslot that has none yet. */
    record Slot(TimeslotId id, TimeRange during, String label, List<Line> shifts) {

        public long drafts() {
            return shifts.stream().filter(Line::draft).count();
        }
    }

    /** The timeslots that begin on a day. */
    record Day(LocalDate date, List<Slot> slots) {

        public int shifts() {
            return slots.stream().mapToInt(slot -> slot.shifts().size()).sum();
        }

        /** What is left of the day where only drafts are looked for. */
        Day draftsOnly() {
            return new Day(
                    date,
                    slots.stream()
                            .map(slot -> new Slot(
                                    slot.id(),
                                    slot.during(),
                                    slot.label(),
                                    slot.shifts().stream().filter(Line::draft).toList()))
                            .filter(slot -> !slot.shifts().isEmpty())
                            .toList());
        }
    }

    /** @param inSight where these are not every role, without timeslots that have no shift of theirs */
    List<Day> of(ConferencePage conference, RolesInSight inSight) {
        var days = new TreeMap<LocalDate, LinkedHashMap<TimeslotId, Slot>>();
        jdbc.sql("""
                        select timeslot_id, lower(timeslot.during) as starts_at, upper(timeslot.during) as ends_at, label,
                               shift_id, role.name as role, setting, place.name as place,
                               reserved_for, published, cancelled_at is not null as cancelled, %s
                        from timeslot
                        left join (shift join role using (role_id) join place using (place_id)) using (timeslot_id)
                        where timeslot.conference_id = :conference
                          and (:roles::uuid[] is null or role_id = any(:roles))
                        order by timeslot.during, label, timeslot_id, role.name, place.name
                        """.formatted(Staffing.COLUMNS))
                .param("conference", conference.id().conferenceId())
                .param("roles", inSight.forSql())
                .query(row -> {
                    var slot = slot(row);
                    var lines = days.computeIfAbsent(
                                    conference.times().date(slot.during().start()), day -> new LinkedHashMap<>())
                            .computeIfAbsent(slot.id(), id -> slot)
                            .shifts();
                    if (row.getString("shift_id") != null) {
                        lines.add(line(row));
                    }
                });
        return days.entrySet().stream()
                .map(day -> new Day(day.getKey(), List.copyOf(day.getValue().values())))
                .toList();
    }

    private static Slot slot(ResultSet row) throws SQLException {
        return new Slot(
                TimeslotId.of(row.getString("timeslot_id")),
                Rows.range(row, "starts_at", "ends_at"),
                row.getString("label"),
                new ArrayList<>());
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                ShiftId.of(row.getString("shift_id")),
                row.getString("role"),
                Setting.valueOf(row.getString("setting")),
                row.getString("place"),
                Staffing.in(row),
                row.getString("reserved_for"),
                row.getBoolean("published"),
                row.getBoolean("cancelled"));
    }

    static Stream<Line> shifts(List<Day> days) {
        return days.stream().flatMap(day -> day.slots().stream()).flatMap(slot -> slot.shifts().stream());
    }
}
