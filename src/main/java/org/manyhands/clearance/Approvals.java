package org.manyhands.clearance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferenceId;
import org.manyhands.conference.RolesInSight;
import org.manyhands.role.RoleNeeds;
import org.manyhands.shared.Reach;
import org.manyhands.shared.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads who asked for what roles need first, and who has it, for those who answer. */
@Component
public class Approvals {

    private static final String IN_SIGHT = """
            role_clearance.conference_id = :conference and needs <> 'NOTHING'
            and (:roles::uuid[] is null or role_id = any(:roles))
            """;

    private final JdbcClient jdbc;

    Approvals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Somebody and a role.
     *
     * @param toCome how many shifts of the role they hold that are not over
     */
    record Line(
            UUID id,
            UUID volunteer,
            String name,
            @Nullable String email,
            String phone,
            String role,
            RoleNeeds needs,
            ClearanceState state,
            @Nullable Instant askedAt,
            String word,
            @Nullable Instant decidedAt,
            String answer,
            int toCome) {

        public @Nullable String writeLink() {
            return email == null ? null : Reach.byMail(email);
        }

        public @Nullable String callLink() {
            return Reach.byPhone(phone);
        }

        public boolean isWaiting() {
            return state == ClearanceState.ASKED;
        }

        public boolean isGranted() {
            return state == ClearanceState.GRANTED;
        }
    }

    /** By role; whoever asked first comes first. */
    List<Line> lines(ConferenceId conference, RolesInSight sight, Instant now) {
        return jdbc.sql("""
                        select role_clearance_id, volunteer_id, volunteer.name, email, phone, role.name as role, needs, state,
                               asked_at, word, decided_at, answer,
                               (select count(*) from signup join shift using (shift_id)
                                where signup.volunteer_id = volunteer.volunteer_id and shift.role_id = role.role_id
                                  and signup.state in ('CONFIRMED', 'OFFERED') and upper(during) > :now) as to_come
                        from role_clearance join role using (role_id)
                        join volunteer using (volunteer_id) left join account using (account_id)
                        where %s
                        order by role.name, role_id, asked_at, volunteer.name
                        """.formatted(IN_SIGHT))
                .param("conference", conference.conferenceId())
                .param("roles", sight.forSql())
                .param("now", Timestamp.from(now))
                .query(Approvals::line)
                .list();
    }

    /** How many wait for an answer. */
    public int waiting(ConferenceId conference, RolesInSight sight) {
        return jdbc.sql("select count(*) from role_clearance join role using (role_id) where state = 'ASKED' and "
                        + IN_SIGHT)
                .param("conference", conference.conferenceId())
                .param("roles", sight.forSql())
                .query(Integer.class)
                .single();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getObject("role_clearance_id", UUID.class),
                row.getObject("volunteer_id", UUID.class),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("role"),
                RoleNeeds.valueOf(row.getString("needs")),
                ClearanceState.valueOf(row.getString("state")),
                Rows.instant(row, "asked_at"),
                row.getString("word"),
                Rows.instant(row, "decided_at"),
                row.getString("answer"),
                row.getInt("to_come"));
    }
}
