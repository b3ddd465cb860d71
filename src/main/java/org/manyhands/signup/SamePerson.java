package org.manyhands.signup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferenceId;
import org.manyhands.shared.Rows;
import org.manyhands.shared.TimeRange;
import org.manyhands.shift.ShiftId;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads who may be registered twice: with an account, and as somebody who walked in. */
@Component
class SamePerson {

    private static final int MOST = 20;

    private final JdbcClient jdbc;

    SamePerson(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A registration. */
    record Someone(Helper helper, boolean walkedIn) {}

    /** A shift that one of the two is on, or waits for. */
    record Held(
            SignupId signup,
            VolunteerId volunteer,
            ShiftId shift,
            String role,
            String place,
            TimeRange during,
            TimeRange busy,
            Signup.State state,
            boolean came) {

        boolean holdsAPlace() {
            return state != Signup.State.WAITLISTED;
        }

        /** Whether it is a surer place on the same shift: confirmed before offered before waiting. */
        boolean isBetterThan(Held other) {
            return sureness() > other.sureness();
        }

        private int sureness() {
            return switch (state) {
                case CONFIRMED -> 2;
                case OFFERED -> 1;
                default -> 0;
            };
        }
    }

    /** Two shifts, one of each registration, on which one person cannot be. */
    record Clash(Held kept, Held gone) {

        static List<Clash> between(List<Held> held, VolunteerId kept) {
            return held.stream()
                    .filter(each -> each.volunteer().equals(kept) && each.holdsAPlace())
                    .flatMap(mine -> held.stream()
                            .filter(other -> !other.volunteer().equals(kept) && other.holdsAPlace())
                            .filter(other -> !other.shift().equals(mine.shift())
                                    && other.busy().overlaps(mine.busy()))
                            .map(other -> new Clash(mine, other)))
                    .toList();
        }
    }

    Optional<Someone> one(ConferenceId conference, VolunteerId volunteer) {
        return jdbc.sql("""
                        select %s, account_id is null as walked_in from volunteer left join account using (account_id)
                        where conference_id = :conference and volunteer_id = :volunteer
                        """.formatted(Helper.COLUMNS))
                .param("conference", conference.conferenceId())
                .param("volunteer", volunteer.volunteerId())
                .query((row, number) -> someone(row))
                .optional();
    }

    private static Someone someone(ResultSet row) throws SQLException {
        return new Someone(Helper.in(row), row.getBoolean("walked_in"));
    }

    boolean hasNamesake(ConferenceId conference, VolunteerId volunteer) {
        return jdbc.sql("""
                        select exists (
                            select from volunteer join volunteer other using (conference_id)
                            where volunteer.volunteer_id = :volunteer and conference_id = :conference
                              and other.volunteer_id <> :volunteer and lower(other.name) = lower(volunteer.name))
                        """)
                .param("conference", conference.conferenceId())
                .param("volunteer", volunteer.volunteerId())
                .query(Boolean.class)
                .single();
    }

    /**
     * Those who may be the same, those of the same name or phone first: at least one of the two walked in.
     *
     * @param q part of a name or an address; for null those that share a part of their name, or the phone
     */
    List<Someone> perhaps(ConferenceId conference, VolunteerId volunteer, @Nullable String q) {
        return jdbc.sql("""
                        select volunteer.volunteer_id, volunteer.name, account.email, volunteer.phone,
                               volunteer.account_id is null as walked_in
                        from volunteer this join volunteer on volunteer.conference_id = this.conference_id
                        left join account on account.account_id = volunteer.account_id
                        cross join lateral (
                            select lower(volunteer.name) = lower(this.name) as same_name,
                                   length(regexp_replace(this.phone, '[^0-9]', '', 'g')) >= 6
                                   and regexp_replace(volunteer.phone, '[^0-9]', '', 'g')
                                     = regexp_replace(this.phone, '[^0-9]', '', 'g') as same_phone) alike
                        where this.conference_id = :conference and this.volunteer_id = :volunteer
                          and volunteer.volunteer_id <> :volunteer
                          and (this.account_id is null or volunteer.account_id is null)
                          and case when :q::text is null
                              then same_name or same_phone or regexp_split_to_array(lower(volunteer.name), '\\s+')
                                  && regexp_split_to_array(lower(this.name), '\\s+')
                              else strpos(lower(concat_ws(' ', volunteer.name, account.email)), lower(:q)) > 0 end
                        order by same_name desc, same_phone desc, lower(volunteer.name), volunteer.volunteer_id limit :most
                        """)
                .param("conference", conference.conferenceId())
                .param("volunteer", volunteer.volunteerId())
                .param("q", q)
                .param("most", MOST)
                .query((row, number) -> someone(row))
                .list();
    }

    /** What the two hold and wait for, soonest first. */
    List<Held> held(VolunteerId one, VolunteerId other) {
        return jdbc.sql("""
                        select signup_id, volunteer_id, shift_id, role.name as role, place.name as place,
                               lower(shift.during) as starts_at, upper(shift.during) as ends_at,
                               lower(signup.busy) as busy_from, upper(signup.busy) as busy_until, state,
                               arrived_at is not null as came
                        from signup join shift using (shift_id) join role using (role_id) join place using (place_id)
                        where volunteer_id in (:one, :other) and state in ('CONFIRMED', 'OFFERED', 'WAITLISTED')
                        order by lower(shift.during), role.name, signup_id
                        """)
                .param("one", one.volunteerId())
                .param("other", other.volunteerId())
                .query((row, number) -> new Held(
                        new SignupId(row.getObject("signup_id", UUID.class)),
                        new VolunteerId(row.getObject("volunteer_id", UUID.class)),
                        new ShiftId(row.getObject("shift_id", UUID.class)),
                        row.getString("role"),
                        row.getString("place"),
                        Rows.range(row, "starts_at", "ends_at"),
                        Rows.range(row, "busy_from", "busy_until"),
                        Signup.State.valueOf(row.getString("state")),
                        row.getBoolean("came")))
                .list();
    }
}
