package org.manyhands.roster;

import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferenceId;
import org.manyhands.conference.RolesInSight;
import org.manyhands.matching.StandIns;
import org.manyhands.shared.NotFound;
import org.manyhands.shared.Rows;
import org.manyhands.shared.TimeRange;
import org.manyhands.shift.ShiftId;
import org.manyhands.shift.ShiftList;
import org.manyhands.signup.Fits;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds whom to ask to take a shift, who was asked, and who stands in meanwhile. */
@Component
class CoverSearch {

    /** As many as somebody who is in a hurry reads. */
    private static final int MOST_SHOWN = 30;

    /** Of three who are asked, one says yes. */
    private static final int ASKED_FOR_EACH_PLACE = 3;

    private final StandIns standIns;
    private final JdbcClient jdbc;

    CoverSearch(StandIns standIns, JdbcClient jdbc) {
        this.standIns = standIns;
        this.jdbc = jdbc;
    }

    /** @param ticked whether to ask them, unless somebody thinks otherwise */
    record Suitable(Person person, String because, boolean ticked) {}

    /**
     * Who suits, and how many there are besides those shown.
     *
     * @param closed the rule that keeps everybody from taking the shift by themselves; null where they can
     */
    record Found(Fits.@Nullable Against closed, List<Suitable> best, int more) {}

    /** @param takenAt whether they have the shift by now */
    record Asked(Person person, Instant askedAt, @Nullable Instant declinedAt, boolean onIt, boolean lately) {}

    /** Somebody of the role that covers for it. */
    record StandBy(Person person, String place, TimeRange during) {}

    /** @param asked those who are left out, for they have been asked */
    Found suitable(ShiftList.Line shift, ConferenceId conference, Collection<Asked> asked, Instant now) {
        var found = standIns.on(shift, conference, now);
        var known = asked.stream()
                .filter(each -> each.declinedAt() != null || each.lately())
                .map(each -> each.person().id())
                .toList();
        var left = found.bestFirst().stream()
                .filter(each -> !known.contains(each.volunteer()))
                .toList();
        var shown = left.stream().limit(MOST_SHOWN).toList();
        var people = people(shown.stream().map(StandIns.StandIn::volunteer).toList());
        var toTick = Math.max(1, shift.staffing().open()) * ASKED_FOR_EACH_PLACE;
        var ticked = shown.stream()
                .map(StandIns.StandIn::volunteer)
                .filter(each -> person(people, each).email() != null)
                .limit(toTick)
                .toList();
        return new Found(
                found.closed(),
                shown.stream()
                        .map(each -> new Suitable(
                                person(people, each.volunteer()), each.because(), ticked.contains(each.volunteer())))
                        .toList(),
                left.size() - shown.size());
    }

    private static Person person(Map<VolunteerId, Person> people, VolunteerId volunteer) {
        return Objects.requireNonNull(people.get(volunteer));
    }

    private Map<VolunteerId, Person> people(Collection<VolunteerId> volunteers) {
        return jdbc
                .sql("select %s from volunteer left join account using (account_id) where volunteer_id = any(:ids)"
                        .formatted(Person.COLUMNS))
                .param("ids", volunteers.stream().map(VolunteerId::volunteerId).toArray(UUID[]::new))
                .query((row, number) -> Person.in(row).orElseThrow())
                .list()
                .stream()
                .collect(toMap(Person::id, each -> each));
    }

    /** The latest time each was asked, latest first. */
    List<Asked> asked(ShiftId shift, Instant now) {
        return jdbc.sql("""
                        select %s, asked_at, declined_at, asked_at > :now::timestamptz - interval '24 hours' as lately,
                               exists (select from signup where signup.shift_id = latest.shift_id
                                   and signup.volunteer_id = volunteer.volunteer_id and state = 'CONFIRMED') as on_it
                        from (select distinct on (volunteer_id) volunteer_id, shift_id, asked_at, declined_at
                              from shift_ask where shift_id = :shift order by volunteer_id, asked_at desc) latest
                        join volunteer using (volunteer_id) left join account using (account_id)
                        order by asked_at desc, lower(volunteer.name)
                        """.formatted(Person.COLUMNS))
                .param("shift", shift.shiftId())
                .param("now", Timestamp.from(now))
                .query((row, number) -> new Asked(
                        Person.in(row).orElseThrow(),
                        Objects.requireNonNull(Rows.instant(row, "asked_at")),
                        Rows.instant(row, "declined_at"),
                        row.getBoolean("on_it"),
                        row.getBoolean("lately")))
                .list();
    }

    /** The role that covers for that of the shift. */
    record Fallback(String role, List<StandBy> people) {}

    private record Row(@Nullable String covering, Optional<StandBy> person) {}

    /**
     * Empty where no role covers for it; with whoever is on that role, where that is in sight, while the shift goes on.
     *
     * @throws NotFound unless the shift is of the conference, and of a role in sight
     */
    Optional<Fallback> fallback(ShiftId shift, ConferenceId conference, RolesInSight roles) {
        var rows = jdbc.sql("""
                        select cover.name as covering, %s, place.name as place,
                               lower(covering.during) as starts_at, upper(covering.during) as ends_at
                        from shift join role using (role_id) left join role cover on cover.role_id = role.covered_by
                        left join shift covering on covering.role_id = cover.role_id and covering.published
                            and covering.busy && shift.busy and (:roles::uuid[] is null or covering.role_id = any(:roles))
                        left join place on place.place_id = covering.place_id
                        left join signup on signup.shift_id = covering.shift_id and state = 'CONFIRMED'
                        left join volunteer using (volunteer_id) left join account using (account_id)
                        where shift.shift_id = :shift and shift.conference_id = :conference
                          and (:roles::uuid[] is null or shift.role_id = any(:roles))
                        order by covering.place_id = shift.place_id desc, lower(covering.during), place_in_line
                        """.formatted(Person.COLUMNS))
                .param("shift", shift.shiftId())
                .param("conference", conference.conferenceId())
                .param("roles", roles.forSql())
                .query((row, number) -> new Row(row.getString("covering"), standBy(row)))
                .list();
        var covering = rows.stream().findFirst().orElseThrow(NotFound::new).covering();
        return Optional.ofNullable(covering)
                .map(role -> new Fallback(
                        role,
                        rows.stream().flatMap(row -> row.person().stream()).toList()));
    }

    private static Optional<StandBy> standBy(ResultSet row) throws SQLException {
        var person = Person.in(row);
        return person.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new StandBy(person.get(), row.getString("place"), Rows.range(row, "starts_at", "ends_at")));
    }
}
