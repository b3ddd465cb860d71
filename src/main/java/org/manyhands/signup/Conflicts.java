package org.manyhands.signup;

import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferenceId;
import org.manyhands.conference.RolesInSight;
import org.manyhands.shared.NotFound;
import org.manyhands.shared.RetriedOnConflict;
import org.manyhands.shared.Rows;
import org.manyhands.shared.TimeRange;
import org.manyhands.shift.ShiftId;
import org.manyhands.shift.ShiftsInSight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who lost a shift because it moved: organizers find something else for them, and tick them off. */
@Service
public class Conflicts {

    private final Signups signups;
    private final SignupNews news;
    private final ShiftsInSight shiftsInSight;
    private final JdbcClient jdbc;
    private final Clock clock;

    Conflicts(Signups signups, SignupNews news, ShiftsInSight shiftsInSight, JdbcClient jdbc, Clock clock) {
        this.signups = signups;
        this.news = news;
        this.shiftsInSight = shiftsInSight;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Somebody who lost a shift.
     *
     * @param role of the shift they had, and {@code was} when they had it
     * @param becomes what it was to become: the same shift after its move, or another one
     * @param rule the sign-up rule that stood against their going along
     */
    record Line(SignupId id, Helper helper, String role, TimeRange was, Other becomes, String rule) {}

    record Other(ShiftId shift, String role, String place, TimeRange during) {}

    /** With whatever else they have at the time to which they could not go along. */
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
    List<Conflict> unsettled(ConferenceId conference, RolesInSight inSight) {
        return jdbc
                .sql("""
                        select signup.signup_id, %s, had.name as role,
                               lower(conflict_during) as was_start, upper(conflict_during) as was_end, conflict_rule,
                               becomes.shift_id as becomes_id, role.name as becomes_role, place.name as becomes_place,
                               lower(becomes.during) as becomes_start, upper(becomes.during) as becomes_end,
                               other.shift_id as other_id, other.role as other_role, other.place as other_place,
                               lower(other.during) as other_start, upper(other.during) as other_end
                        from signup join volunteer using (volunteer_id) left join account using (account_id)
                        join shift on shift.shift_id = signup.shift_id join role had on had.role_id = shift.role_id
                        join shift becomes on becomes.shift_id = conflict_shift_id
                        join role on role.role_id = becomes.role_id join place on place.place_id = becomes.place_id
                        left join lateral (
                            select theirs.shift_id, role.name as role, place.name as place, theirs.during
                            from signup held join shift theirs using (shift_id)
                            join role using (role_id) join place using (place_id)
                            where held.volunteer_id = signup.volunteer_id and held.state in ('CONFIRMED', 'OFFERED')
                              and held.busy && becomes.busy
                              and (:roles::uuid[] is null or theirs.role_id = any(:roles))) other on true
                        where signup.conference_id = :conference and removed_because = 'CONFLICT' and settled_at is null
                          and (:roles::uuid[] is null or shift.role_id = any(:roles))
                        order by lower(becomes.during), signup_id, other_start
                        """.formatted(Helper.COLUMNS))
                .param("conference", conference.conferenceId())
                .param("roles", inSight.forSql())
                .query((row, number) -> new Row(line(row), Optional.ofNullable(other(row, "other"))))
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
                row.getString("role"),
                Rows.range(row, "was_start", "was_end"),
                Objects.requireNonNull(other(row, "becomes")),
                row.getString("conflict_rule"));
    }

    private static @Nullable Other other(ResultSet row, String which) throws SQLException {
        var id = row.getObject(which + "_id", UUID.class);
        return id == null
                ? null
                : new Other(
                        new ShiftId(id),
                        row.getString(which + "_role"),
                        row.getString(which + "_place"),
                        Rows.range(row, which + "_start", which + "_end"));
    }

    /** Once is enough: a second press finds it settled. */
    @RetriedOnConflict
    @Transactional
    void settle(ConferenceId conference, SignupId id, RolesInSight inSight) {
        var conflict = signups.findById(id)
                .filter(signup -> signup.conferenceId().equals(conference))
                .filter(Signup::isConflict)
                .orElseThrow(NotFound::new);
        shiftsInSight.require(conflict.shiftId(), inSight);
        if (settledNow(id)) {
            news.settled(id);
        }
    }

    private boolean settledNow(SignupId id) {
        return jdbc.sql("""
                        update signup set settled_at = ?, version = version + 1 where signup_id = ? and settled_at is null
                        """)
                        .params(Timestamp.from(clock.instant()), id.signupId())
                        .update()
                == 1;
    }
}
