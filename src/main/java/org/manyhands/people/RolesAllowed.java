package org.manyhands.people;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.manyhands.clearance.ClearanceState;
import org.manyhands.conference.ConferenceId;
import org.manyhands.conference.RolesInSight;
import org.manyhands.role.RoleNeeds;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads which of the roles that need something first a volunteer may take. */
@Component
class RolesAllowed {

    private final JdbcClient jdbc;

    RolesAllowed(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param state null where they did not ask */
    record Cleared(
            UUID roleId,
            String role,
            RoleNeeds needs,
            @Nullable ClearanceState state,
            String word,
            String answer) {

        public boolean isGranted() {
            return state == ClearanceState.GRANTED;
        }
    }

    /** Each role in sight that needs something first. */
    List<Cleared> to(ConferenceId conference, VolunteerId volunteer, RolesInSight sight) {
        return jdbc.sql("""
                        select role_id, role.name, needs, state, coalesce(word, '') as word, coalesce(answer, '') as answer
                        from role left join (
                            select role_id, state, word, answer from role_clearance where volunteer_id = :volunteer) given
                            using (role_id)
                        where conference_id = :conference and needs <> 'NOTHING'
                          and (:roles::uuid[] is null or role_id = any(:roles))
                        order by role.name
                        """)
                .param("conference", conference.conferenceId())
                .param("volunteer", volunteer.volunteerId())
                .param("roles", sight.forSql())
                .query((row, number) -> new Cleared(
                        row.getObject("role_id", UUID.class),
                        row.getString("name"),
                        RoleNeeds.valueOf(row.getString("needs")),
                        row.getString("state") == null ? null : ClearanceState.valueOf(row.getString("state")),
                        row.getString("word"),
                        row.getString("answer")))
                .list();
    }
}
