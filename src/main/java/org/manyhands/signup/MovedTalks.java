package org.manyhands.signup;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.manyhands.schedule.ScheduleChanged;
import org.manyhands.schedule.Talk;
import org.manyhands.schedule.TalkId;
import org.manyhands.shared.Rows;
import org.manyhands.shared.TimeRange;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When the programme moves, finds those whom it takes a talk they starred: it is on while they work now. */
@Component
class MovedTalks {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MovedTalks(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** @param rooms those of the place where they work, in a role that hears the talks; else none */
    private record Clash(
            SignupId signup, TalkId talk, String title, TimeRange during, TimeRange busy, Set<String> rooms) {

        /** Who had the clash before knows of it; who heard the talk where they worked had none. */
        boolean isNewAfter(ScheduleChanged.Moved move) {
            var before = move.before();
            var wasOnThen = before.start().isBefore(busy.end()) && busy.start().isBefore(before.end());
            return !wasOnThen || before.rooms().stream().anyMatch(rooms::contains);
        }
    }

    @EventListener
    void tell(ScheduleChanged news) {
        var moved = news.moved().stream().collect(toMap(ScheduleChanged.Moved::id, identity()));
        var back = news.back().stream().map(ScheduleChanged.Back::id).collect(toSet());
        for (var clash : clashes(union(moved.keySet(), back))) {
            var move = moved.get(clash.talk());
            if (move == null || clash.isNewAfter(move)) {
                events.publishEvent(new TalkMovedIntoShift(clash.signup(), clash.title(), clash.during()));
            }
        }
    }

    private static Set<TalkId> union(Set<TalkId> some, Set<TalkId> others) {
        return Stream.concat(some.stream(), others.stream()).collect(toSet());
    }

    private List<Clash> clashes(Set<TalkId> talks) {
        if (talks.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        with starred as (
                            select volunteer_id, talk_id, title, starts_at, ends_at, during, %s as places
                            from star join talk using (talk_id)
                            where talk_id = any(:talks::uuid[]) and gone_at is null and blocks)
                        select signup_id, talk_id, title, starts_at, ends_at,
                               lower(shift.busy) as busy_from, upper(shift.busy) as busy_until,
                               array(select room.name from room where room.place_id = shift.place_id
                                       and 'HEARS_TALKS' = any(role.traits)) as rooms
                        from starred join signup using (volunteer_id)
                        join shift using (shift_id) join role using (role_id)
                        where state = 'CONFIRMED' and lower(shift.during) > :now
                          and starred.during && shift.busy and not ('HEARS_TALKS' = any(role.traits) and shift.place_id = any(starred.places))
                        order by starts_at, signup_id
                        """.formatted(Talk.PLACES))
                .param("talks", talks.stream().map(TalkId::talkId).toArray(UUID[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> new Clash(
                        new SignupId(row.getObject("signup_id", UUID.class)),
                        new TalkId(row.getObject("talk_id", UUID.class)),
                        row.getString("title"),
                        Rows.range(row, "starts_at", "ends_at"),
                        Rows.range(row, "busy_from", "busy_until"),
                        Set.of((String[]) row.getArray("rooms").getArray())))
                .list();
    }
}
