package org.manyhands.signup;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.manyhands.account.SignedIn;
import org.manyhands.conference.ConferenceId;
import org.manyhands.shift.ShiftId;
import org.manyhands.volunteer.Registry;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what a volunteer has signed up for, and with whom. */
@Component
public class MyShifts {

    private final Registry registry;
    private final JdbcClient jdbc;

    MyShifts(Registry registry, JdbcClient jdbc) {
        this.registry = registry;
        this.jdbc = jdbc;
    }

    /** Somebody on the same shift who agreed to be seen. */
    record Companion(ShiftId shift, String name, String pronouns, String chatHandle) {}

    /** Who is asking, as a volunteer of the conference; none where they are not signed in or not registered. */
    public Optional<VolunteerId> volunteer(ConferenceId conference, @Nullable SignedIn asker) {
        return registry.volunteer(conference, asker);
    }

    /** All that they have, are offered or wait for, soonest first. */
    public List<MyShift> of(VolunteerId volunteer) {
        return read("volunteer.volunteer_id = ?", volunteer.volunteerId())
                .flatMap(Row::stream)
                .toList();
    }

    /** A volunteer, and all that they have, are offered or wait for, soonest first. */
    record Owner(VolunteerId volunteer, List<MyShift> shifts) {}

    /** Who is asking, with their shifts, in one statement; none where they are not signed in or not registered. */
    Optional<Owner> owner(ConferenceId conference, @Nullable SignedIn asker) {
        if (asker == null) {
            return Optional.empty();
        }
        var rows = read(
                        "volunteer.conference_id = ? and account_id = ?",
                        conference.conferenceId(),
                        asker.accountId().accountId())
                .toList();
        return rows.stream()
                .findFirst()
                .map(row -> new Owner(
                        row.volunteer(), rows.stream().flatMap(Row::stream).toList()));
    }

    /** @param mine null for a volunteer who has no shift */
    private record Row(VolunteerId volunteer, @Nullable MyShift mine) {

        Stream<MyShift> stream() {
            return Stream.ofNullable(mine);
        }
    }

    private Stream<Row> read(String whose, Object... params) {
        return jdbc
                .sql("""
                        select volunteer.volunteer_id, shift_id, state, offered_until, cover_asked_at is not null as wants_cover,
                               case when state = 'WAITLISTED' then (
                                   select count(*) from signup ahead where ahead.shift_id = signup.shift_id
                                     and ahead.state = 'WAITLISTED' and ahead.place_in_line <= signup.place_in_line)
                               else 0 end as place_in_queue,
                               lower(during) - make_interval(hours => leave_by_hours) as leave_by,
                               lower(during) as starts_at, upper(during) as ends_at,
                               lower(shift.busy) as busy_from, upper(shift.busy) as busy_until,
                               role.name as role, setting, handbook <> '' as has_handbook, arrive_early_minutes,
                               expected_by, place.name as place, directions, note
                        from volunteer left join (
                            signup join shift using (shift_id) join role using (role_id) join place using (place_id))
                          on signup.volunteer_id = volunteer.volunteer_id and state in ('CONFIRMED', 'OFFERED', 'WAITLISTED')
                        where %s
                        order by lower(during)
                        """.formatted(whose))
                .params(params)
                .query((row, number) -> new Row(
                        new VolunteerId(row.getObject("volunteer_id", UUID.class)),
                        row.getObject("shift_id") == null ? null : MyShift.in(row)))
                .list()
                .stream();
    }

    /** Those on this volunteer's shifts who agreed to be seen by them. */
    List<Companion> companions(VolunteerId volunteer) {
        return jdbc.sql("""
                        select other.shift_id, name, pronouns, chat_handle
                        from signup mine join signup other using (shift_id)
                        join volunteer on volunteer.volunteer_id = other.volunteer_id
                        where mine.volunteer_id = :volunteer and mine.state = 'CONFIRMED'
                          and other.volunteer_id <> :volunteer and other.state = 'CONFIRMED' and shown_to_crew
                        order by name
                        """)
                .param("volunteer", volunteer.volunteerId())
                .query((row, number) -> new Companion(
                        ShiftId.of(row.getString("shift_id")),
                        row.getString("name"),
                        row.getString("pronouns"),
                        row.getString("chat_handle")))
                .list();
    }

    boolean has(VolunteerId volunteer, ShiftId shift) {
        return jdbc.sql("""
                        select exists (select from signup
                                       where volunteer_id = ? and shift_id = ? and state in ('CONFIRMED', 'OFFERED'))
                        """)
                .params(volunteer.volunteerId(), shift.shiftId())
                .query(Boolean.class)
                .single();
    }

    /** Whether they had it, left it themselves, and have nothing to do with it since. */
    boolean hasLeft(VolunteerId volunteer, ShiftId shift) {
        return jdbc.sql("""
                        select coalesce((select state = 'WITHDRAWN' from signup
                                         where volunteer_id = ? and shift_id = ? order by signup_id desc limit 1), false)
                        """)
                .params(volunteer.volunteerId(), shift.shiftId())
                .query(Boolean.class)
                .single();
    }

    /** What they have, are offered or wait for and has not begun. */
    List<ShiftId> toCome(VolunteerId volunteer, Instant now) {
        return jdbc.sql("""
                        select shift_id from signup join shift using (shift_id)
                        where volunteer_id = ? and state in ('CONFIRMED', 'OFFERED', 'WAITLISTED') and lower(during) > ?
                        """).params(volunteer.volunteerId(), Timestamp.from(now)).query(UUID.class).list().stream()
                .map(ShiftId::new)
                .toList();
    }
}
