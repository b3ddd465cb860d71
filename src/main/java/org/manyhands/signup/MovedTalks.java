package org.manyhands.signup;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.manyhands.schedule.ScheduleChanged;
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

    /** @param hears whether their role would let them hear the talk if it were where they work */
    private record Clash(SignupId signup, TalkId talk, TimeRange during, TimeRange busy, boolean hears) {

        /** Who had the clash before knows of it. */
        boolean isNewAfter(ScheduleChanged.Moved move) {
            var before = move.before();
            var wasOnThen = before.start().isBefore(busy.end()) && busy.start().isBefore(before.end());
            var wasHeard = hears && !before.rooms().equals(move.after().rooms());
            return !wasOnThen || wasHeard;
        }
    }

    @EventListener
    void tell(ScheduleChanged news) {
        var moved = news.moved().stream().collect(toMap(ScheduleChanged.Moved::id, identity()));
        for (var clash : clashes(moved)) {
            var move = Objects.requireNonNull(moved.get(clash.talk()));
            if (clash.isNewAfter(move)) {
                events.publishEvent(new TalkMovedIntoShift(clash.signup(), move.title(), clash.during()));
            }
        }
    }

    private List<Clash> clashes(Map<TalkId, ScheduleChanged.Moved> moved) {
        if (moved.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        with starred as (
                            select conference_id, volunteer_id, talk_id, starts_at, ends_at, during, %s as places
                            from star join talk using (conference_id, talk_id)
                            where talk_id = any(:talks::uuid[]) and gone_at is null and blocks)
                        select signup_id, talk_id, starts_at, ends_at,
                               lower(shift.busy) as busy_from, upper(shift.busy) as busy_until,
                               'HEARS_TALKS' = any(role.traits) as hears
                        from starred join signup using (conference_id, volunteer_id)
                        join shift using (conference_id, shift_id) join role using (conference_id, role_id)
                        where state = 'CONFIRMED' and lower(shift.during) > :now
                          and starred.during && shift.busy and not ('HEARS_TALKS' = any(role.traits) and shift.place_id = any(starred.places))
                        order by starts_at, signup_id
                        """.formatted(Agendas.PLACES_OF_TALK))
                .param("talks", moved.keySet().stream().map(TalkId::talkId).toArray(UUID[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> new Clash(
                        new SignupId(row.getObject("signup_id", UUID.class)),
                        new TalkId(row.getObject("talk_id", UUID.class)),
                        Rows.range(row, "starts_at", "ends_at"),
                        Rows.range(row, "busy_from", "busy_until"),
                        row.getBoolean("hears")))
                .list();
    }
}
