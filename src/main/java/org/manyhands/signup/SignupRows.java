package org.manyhands.signup;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.manyhands.shared.Ids;
import org.manyhands.shared.StartOver;
import org.manyhands.shift.ShiftId;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes new signups, whose persons and shifts are locked by then. */
@Component
class SignupRows {

    private final JdbcClient jdbc;

    SignupRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    SignupId add(VolunteerId volunteer, ShiftId shift, Signup.State state, UUID requestId, Instant now) {
        return add(volunteer, shift, state, requestId, now, null);
    }

    /**
     * A plain insert against an exclusion constraint can deadlock with another one, {@code on conflict do nothing}
     * cannot. With the locks held there is no conflict; were there one, the whole request would be decided again.
     *
     * @param override why it stands against a rule
     */
    SignupId add(
            VolunteerId volunteer,
            ShiftId shift,
            Signup.State state,
            UUID requestId,
            Instant now,
            @Nullable String override) {
        return jdbc.sql("""
                        insert into signup (signup_id, conference_id, shift_id, volunteer_id, busy, state, request_id,
                                            signed_up_at, override_reason)
                        select :signup, conference_id, shift_id, :volunteer, busy, :state, :request, :now, :override
                        from shift where shift_id = :shift
                        on conflict do nothing returning signup_id
                        """)
                .param("signup", Ids.next())
                .param("volunteer", volunteer.volunteerId())
                .param("state", state.name())
                .param("request", requestId)
                .param("now", Timestamp.from(now))
                .param("override", override)
                .param("shift", shift.shiftId())
                .query(UUID.class)
                .optional()
                .map(SignupId::new)
                .orElseThrow(() -> new StartOver("another signup came between"));
    }
}
