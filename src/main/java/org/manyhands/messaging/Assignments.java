package org.manyhands.messaging;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.manyhands.role.EarlyArrival;
import org.manyhands.shared.LocalTimes;
import org.manyhands.shared.Rows;
import org.manyhands.shared.TimeRange;
import org.manyhands.signup.SignupId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads a signup with all that its volunteer needs to know on the day. */
@Component
class Assignments {

    private final JdbcClient jdbc;

    Assignments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Who does what, where and when, and whom they ask.
     *
     * @param signupId of the signup, or of the asking where there is none yet
     * @param version of the signup: it rises with each change, and each is told once
     * @param leaveBy until when they may leave it without finding somebody; any time for null
     */
    record Assignment(
            UUID signupId,
            int version,
            String email,
            String volunteer,
            String phone,
            UUID shiftId,
            TimeRange during,
            String role,
            boolean hasHandbook,
            int arriveEarlyMinutes,
            String expectedBy,
            String place,
            String directions,
            String note,
            @Nullable Instant leaveBy,
            UUID conferenceId,
            String slug,
            String conference,
            LocalTimes times,
            String contactName,
            String contactEmail,
            @Nullable String contactPhone)
            implements EarlyArrival {

        /** "Registration desk, Mon 19 Oct, 8:00 – 10:00". */
        String inWords() {
            return role + ", " + times.when(during);
        }
    }

    /** Empty for those who left no address to write to. */
    Optional<Assignment> of(SignupId signup) {
        return of(
                "select signup_id as id, version, volunteer_id, shift_id from signup where signup_id = ?",
                signup.signupId());
    }

    /** What it would be for somebody who is asked. */
    Optional<Assignment> ofAsk(UUID ask) {
        return of(
                "select shift_ask_id as id, 0 as version, volunteer_id, shift_id from shift_ask where shift_ask_id = ?",
                ask);
    }

    /** How many are in line before them. */
    int aheadOf(SignupId signup) {
        return jdbc.sql("""
                        select count(*) from signup mine join signup other using (shift_id)
                        where mine.signup_id = ? and other.state = 'WAITLISTED' and other.place_in_line < mine.place_in_line
                        """).param(signup.signupId()).query(Integer.class).single();
    }

    /** @param what selects whose it is and which shift's */
    private Optional<Assignment> of(String what, UUID id) {
        return jdbc.sql("""
                        select told.id, told.version, email, volunteer.name as volunteer, phone,
                               shift_id, lower(during) as starts_at, upper(during) as ends_at, note,
                               lower(during) - make_interval(hours => leave_by_hours) as leave_by,
                               role.name as role, handbook <> '' as has_handbook, arrive_early_minutes, expected_by,
                               place.name as place, directions,
                               shift.conference_id, conference.slug, conference.name as conference, zone, town,
                               contact_name, contact_email, contact_phone
                        from (%s) told
                        join volunteer using (volunteer_id) join account using (account_id)
                        join shift using (shift_id) join role using (role_id) join place using (place_id)
                        join conference on conference.conference_id = shift.conference_id
                        """.formatted(what))
                .param(id)
                .query((row, number) -> new Assignment(
                        row.getObject("id", UUID.class),
                        row.getInt("version"),
                        row.getString("email"),
                        row.getString("volunteer"),
                        row.getString("phone"),
                        row.getObject("shift_id", UUID.class),
                        Rows.range(row, "starts_at", "ends_at"),
                        row.getString("role"),
                        row.getBoolean("has_handbook"),
                        row.getInt("arrive_early_minutes"),
                        row.getString("expected_by"),
                        row.getString("place"),
                        row.getString("directions"),
                        row.getString("note"),
                        Rows.instant(row, "leave_by"),
                        row.getObject("conference_id", UUID.class),
                        row.getString("slug"),
                        row.getString("conference"),
                        new LocalTimes(ZoneId.of(row.getString("zone")), row.getString("town")),
                        row.getString("contact_name"),
                        row.getString("contact_email"),
                        row.getString("contact_phone")))
                .optional();
    }
}
