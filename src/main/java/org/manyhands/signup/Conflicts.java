package org.manyhands.signup;

import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferenceId;
import org.manyhands.shared.NotFound;
import org.manyhands.shared.RetriedOnConflict;
import org.manyhands.shared.Rows;
import org.manyhands.shared.TimeRange;
import org.manyhands.shift.ShiftId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who lost a shift because it moved: organizers find something else for them, and tick them off. */
@Service
public class Conflicts {

    private final Signups signups;
    private final SignupNews news;
    private final JdbcClient jdbc;
    private final Clock clock;

    Conflicts(Signups signups, SignupNews news, JdbcClient jdbc, Clock clock) {
        this.signups = signups;
        this.news = news;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A shift that somebody had.
     *
     * @param was when it was when they had it
     * @param during when it is now
     * @param rule the sign-up rule that stood against their going along
     */
    record Line(
            SignupId id,
            Helper helper,
            ShiftId shift,
            String role,
            String place,
            TimeRange was,
            TimeRange during,
            boolean published,
            String rule) {}

    /** A shift of theirs at the time in question. */
    record Other(ShiftId shift, String role, String place, TimeRange during) {}

    /** With whatever else they have when the shift takes place. */
    record Conflict(Line line, List<Other> others) {}

    private record Row(Line line, Optional<Other> other) {}

    /** How many are not settled. */
    public int count(ConferenceId conference) {
        return jdbc.sql("""
                        select count(*) from signup
                        where conference_id = ? and removed_because = 'CONFLICT' and settled_at is null
                        """)
                .param(conference.conferenceId())
                .query(Integer.class)
                .single();
    }

    /** Soonest first. */
    List<Conflict> unsettled(ConferenceId conference) {
        return jdbc
                .sql("""
                        select signup.signup_id, %s, signup.shift_id, role.name as role, place.name as place,
                               lower(conflict_during) as was_start, upper(conflict_during) as was_end,
                               lower(shift.during) as starts_at, upper(shift.during) as ends_at, published, conflict_rule,
                               other.shift_id as other_id, other.role as other_role, other.place as other_place,
                               lower(other.during) as other_start, upper(other.during) as other_end
                        from signup join volunteer using (volunteer_id) left join account using (account_id)
                        join shift using (shift_id) join role using (role_id) join place using (place_id)
                        left join lateral (
                            select theirs.shift_id, role.name as role, place.name as place, theirs.during
                            from signup held join shift theirs using (shift_id)
                            join role using (role_id) join place using (place_id)
                            where held.volunteer_id = signup.volunteer_id and held.state in ('CONFIRMED', 'OFFERED')
                              and held.busy && signup.busy) other on true
                        where signup.conference_id = ? and removed_because = 'CONFLICT' and settled_at is null
                        order by lower(shift.during), signup_id, other_start
                        """.formatted(Helper.COLUMNS))
                .param(conference.conferenceId())
                .query((row, number) -> new Row(line(row), Optional.ofNullable(other(row))))
                .list()
                .stream()
                .collect(groupingBy(Row::line, LinkedHashMap::new, flatMapping(row -> row.other().stream(), toList())))
                .entrySet()
                .stream()
                .map(line -> new Conflict(line.getKey(), line.getValue()))
                .toList();
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                new SignupId(row.getObject("signup_id", UUID.class)),
                Helper.in(row),
                new ShiftId(row.getObject("shift_id", UUID.class)),
                row.getString("role"),
                row.getString("place"),
                Rows.range(row, "was_start", "was_end"),
                Rows.range(row, "starts_at", "ends_at"),
                row.getBoolean("published"),
                row.getString("conflict_rule"));
    }

    private static @Nullable Other other(ResultSet row) throws SQLException {
        var id = row.getObject("other_id", UUID.class);
        return id == null
                ? null
                : new Other(
                        new ShiftId(id),
                        row.getString("other_role"),
                        row.getString("other_place"),
                        Rows.range(row, "other_start", "other_end"));
    }

    /** Once is enough: a second press finds it settled. */
    @RetriedOnConflict
    @Transactional
    void settle(ConferenceId conference, SignupId id) {
        var signup = signups.findById(id)
                .filter(each -> each.conferenceId().equals(conference))
                .filter(Signup::isConflict)
                .orElseThrow(NotFound::new);
        if (!signup.isSettled()) {
            signup.settle(clock.instant());
            news.settled(id);
        }
    }
}
