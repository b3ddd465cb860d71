package org.manyhands.schedule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.PlaceId;
import org.manyhands.shared.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what an organizer sees of the schedule beside its talks: its rooms, where it comes from, what waits. */
@Component
class SchedulePage {

    private final JdbcClient jdbc;

    SchedulePage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param talks how many are there, of those that are on */
    record RoomLine(
            RoomId id,
            String name,
            @Nullable PlaceId place,
            @Nullable String placeName,
            int talks) {}

    /** Rooms without talks and without a place are left out: nothing hangs on them any more. */
    List<RoomLine> rooms(ConferencePage conference) {
        return jdbc.sql("""
                        select room_id, room.name, place_id, place.name as place_name,
                               count(talk_id) filter (where gone_at is null) as talks
                        from room left join place using (place_id)
                        left join talk_room using (room_id) left join talk using (talk_id)
                        where room.conference_id = ?
                        group by room_id, room.name, place_id, place.name
                        having place_id is not null or count(talk_id) filter (where gone_at is null) > 0
                        order by room.name
                        """)
                .param(conference.id().conferenceId())
                .query((row, number) -> room(row))
                .list();
    }

    private static RoomLine room(ResultSet row) throws SQLException {
        var place = row.getString("place_id");
        return new RoomLine(
                RoomId.of(row.getString("room_id")),
                row.getString("name"),
                place == null ? null : PlaceId.of(place),
                row.getString("place_name"),
                row.getInt("talks"));
    }

    /**
     * Where the schedule stands, and where it comes from.
     *
     * @param interval in words; null where it is not refreshed by itself
     * @param waiting since when a file waits for a yes
     */
    record Standing(
            @Nullable Instant changedAt,
            int gone,
            @Nullable String address,
            @Nullable String interval,
            @Nullable Instant triedAt,
            @Nullable String outcome,
            @Nullable Instant waiting) {

        static final Standing NOTHING = new Standing(null, 0, null, null, null, null, null);
    }

    Standing standing(ConferencePage conference) {
        return jdbc.sql("""
                        select changed_at, address, refresh_minutes, tried_at, outcome, made_at,
                               (select count(*) from talk
                                where talk.conference_id = schedule.conference_id and gone_at is not null) as gone
                        from schedule left join schedule_source using (conference_id)
                        left join pending_import using (conference_id)
                        where conference_id = ?
                        """)
                .param(conference.id().conferenceId())
                .query((row, number) -> new Standing(
                        Rows.instant(row, "changed_at"),
                        row.getInt("gone"),
                        row.getString("address"),
                        SourceForm.intervals().get(row.getInt("refresh_minutes")),
                        Rows.instant(row, "tried_at"),
                        row.getString("outcome"),
                        Rows.instant(row, "made_at")))
                .optional()
                .orElse(Standing.NOTHING);
    }

    /** The day asked for, else the first. */
    static Optional<LocalDate> shown(SortedMap<LocalDate, Integer> days, @Nullable String asked) {
        return days.keySet().stream()
                .filter(day -> day.toString().equals(asked))
                .findFirst()
                .or(() -> days.keySet().stream().findFirst());
    }
}
