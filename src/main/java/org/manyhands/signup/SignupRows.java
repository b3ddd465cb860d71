package org.manyhands.signup;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferenceId;
import org.manyhands.shared.Ids;
import org.manyhands.shared.StartOver;
import org.manyhands.shift.ShiftId;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes new signups, whose persons and shifts are locked by then, and against which no rule stands.
 *
 * <p>A plain insert against an exclusion constraint can deadlock with another one, {@code on conflict do nothing} cannot.
 * With the locks held there is no conflict; were there one, the whole request would be decided again.
 */
@Component
class SignupRows {

    private final JdbcClient jdbc;

    SignupRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param wasInLine whether they waited for it before */
    record Placed(SignupRef signup, boolean wasInLine) {}

    /** Somebody on a shift, by a request of theirs or in their name. */
    record Place(VolunteerId volunteer, ShiftId shift, UUID requestId) {

        static Place of(VolunteerId volunteer, ShiftId shift) {
            return new Place(volunteer, shift, UUID.randomUUID());
        }
    }

    SignupRef waitlist(Place place, Instant now) {
        return written(place, now, null, """
                        insert into signup (signup_id, conference_id, shift_id, volunteer_id, busy, state, request_id, signed_up_at)
                        select :signup, conference_id, shift_id, :volunteer, busy, 'WAITLISTED', :request, :now
                        from shift where shift_id = :shift
                        on conflict do nothing returning signup_id, conference_id, false as was_in_line
                        """).signup();
    }

    Placed confirm(Place place, Instant now) {
        return confirm(place, now, null);
    }

    /**
     * Whoever waited for the shift does not wait any longer.
     *
     * @param override why they have it though a rule stands against it; null where none does
     */
    Placed confirm(Place place, Instant now, @Nullable String override) {
        return written(place, now, override, """
                        with waited as (
                            update signup set state = 'CONFIRMED', override_reason = :override, version = version + 1
                            where volunteer_id = :volunteer and shift_id = :shift and state = 'WAITLISTED'
                            returning signup_id, conference_id),
                        added as (
                            insert into signup (signup_id, conference_id, shift_id, volunteer_id, busy, state, request_id,
                                                signed_up_at, override_reason)
                            select :signup, conference_id, shift_id, :volunteer, busy, 'CONFIRMED', :request, :now, :override
                            from shift where shift_id = :shift and not exists (select from waited)
                            on conflict do nothing returning signup_id, conference_id)
                        select signup_id, conference_id, true as was_in_line from waited
                        union all select signup_id, conference_id, false from added
                        """);
    }

    private Placed written(Place place, Instant now, @Nullable String override, String sql) {
        return jdbc.sql(sql)
                .param("signup", Ids.next())
                .param("volunteer", place.volunteer().volunteerId())
                .param("shift", place.shift().shiftId())
                .param("request", place.requestId())
                .param("now", Timestamp.from(now))
                .param("override", override)
                .query((row, number) -> new Placed(
                        new SignupRef(
                                new SignupId(row.getObject("signup_id", UUID.class)),
                                new ConferenceId(row.getObject("conference_id", UUID.class)),
                                place.volunteer(),
                                place.shift()),
                        row.getBoolean("was_in_line")))
                .optional()
                .orElseThrow(() -> new StartOver("another signup came between"));
    }
}
