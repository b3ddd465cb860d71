package org.manyhands.schedule;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferenceId;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.PlaceId;
import org.manyhands.shared.TimeRange;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the talks of a conference that are on; those that are gone are told to nobody. */
@Component
public class Talks {

    private final JdbcClient jdbc;

    Talks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Somewhere for a while, as a shift is. */
    public record Spot(PlaceId place, TimeRange during) {}

    /** Those that are on at each of these spots, in one statement; a spot without any has an empty list. */
    public <T> Map<T, List<Talk>> at(ConferenceId conference, Map<T, Spot> spots) {
        var asked = List.copyOf(spots.entrySet());
        var found = jdbc
                .sql("""
                        select spot.number, %s
                        from unnest(:places::uuid[], :starts::timestamptz[], :ends::timestamptz[])
                             with ordinality as spot (place_id, starts, ends, number)
                        join talk on talk.conference_id = :conference and gone_at is null
                            and talk.during && tstzrange(spot.starts, spot.ends)
                        where exists (select from talk_room join room using (room_id)
                                      where talk_room.talk_id = talk.talk_id and room.place_id = spot.place_id)
                        order by starts_at, title, talk_id
                        """.formatted(Talk.COLUMNS))
                .param("conference", conference.conferenceId())
                .param(
                        "places",
                        asked.stream()
                                .map(spot -> spot.getValue().place().placeId())
                                .toArray(UUID[]::new))
                .param(
                        "starts",
                        instants(asked.stream()
                                .map(spot -> spot.getValue().during().start())))
                .param(
                        "ends",
                        instants(asked.stream()
                                .map(spot -> spot.getValue().during().end())))
                .query((row, number) ->
                        Map.entry(asked.get(row.getInt("number") - 1).getKey(), Talk.in(row)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        spots.keySet().forEach(spot -> found.putIfAbsent(spot, new ArrayList<>()));
        return found;
    }

    private static String[] instants(Stream<Instant> instants) {
        return instants.map(Instant::toString).toArray(String[]::new);
    }

    /** All of them by the day on which they start, in the conference's zone. */
    public SortedMap<LocalDate, List<Talk>> byDay(ConferencePage conference) {
        return jdbc
                .sql("""
                        select %s from talk where conference_id = ? and gone_at is null
                        order by starts_at, ends_at, title, talk_id
                        """.formatted(Talk.COLUMNS))
                .param(conference.id().conferenceId())
                .query((row, number) -> Talk.in(row))
                .list()
                .stream()
                .collect(groupingBy(talk -> conference.times().date(talk.start()), TreeMap::new, toList()));
    }

    public List<Talk> on(ConferencePage conference, LocalDate day) {
        return jdbc.sql("""
                        select %s from talk
                        where conference_id = :conference and gone_at is null
                          and starts_at >= :from and starts_at < :until
                        order by starts_at, ends_at, title, talk_id
                        """.formatted(Talk.COLUMNS))
                .param("conference", conference.id().conferenceId())
                .param("from", startOf(day, conference))
                .param("until", startOf(day.plusDays(1), conference))
                .query((row, number) -> Talk.in(row))
                .list();
    }

    /** @param volunteer whose stars count; nobody's for null */
    List<Talk> matching(ConferencePage conference, TalkFilter filter, @Nullable VolunteerId volunteer) {
        var day = filter.date();
        return jdbc.sql("""
                        select %s from talk
                        where conference_id = :conference and gone_at is null
                          and (:from::timestamptz is null or starts_at >= :from and starts_at < :until)
                          and (:room::text is null or exists (
                              select from talk_room join room using (room_id)
                              where talk_room.talk_id = talk.talk_id and room.name = :room))
                          and (:q::text is null or strpos(lower(concat_ws(' ', title, subtitle, array_to_string(speakers, ' '))), lower(:q)) > 0)
                          and (not :starred or exists (
                              select from star where star.talk_id = talk.talk_id and star.volunteer_id = :volunteer::uuid))
                        order by starts_at, ends_at, title, talk_id
                        """.formatted(Talk.COLUMNS))
                .param("conference", conference.id().conferenceId())
                .param("from", day.map(date -> startOf(date, conference)).orElse(null))
                .param(
                        "until",
                        day.map(date -> startOf(date.plusDays(1), conference)).orElse(null))
                .param("room", filter.room())
                .param("q", filter.q())
                .param("starred", filter.starredOnly() && volunteer != null)
                .param("volunteer", volunteer == null ? null : volunteer.volunteerId())
                .query((row, number) -> Talk.in(row))
                .list();
    }

    private static Timestamp startOf(LocalDate day, ConferencePage conference) {
        return Timestamp.from(day.atStartOfDay(conference.zone()).toInstant());
    }

    /** The rooms in which something is on, as the schedule names them. */
    List<String> rooms(ConferencePage conference) {
        return jdbc.sql("""
                        select distinct name from room join talk_room using (room_id) join talk using (talk_id)
                        where room.conference_id = ? and gone_at is null order by name
                        """)
                .param(conference.id().conferenceId())
                .query(String.class)
                .list();
    }

    /** How many there are on each day. */
    public SortedMap<LocalDate, Integer> numbers(ConferencePage conference) {
        var numbers = new TreeMap<LocalDate, Integer>();
        jdbc.sql("""
                        select (starts_at at time zone :zone)::date as day, count(*) as talks from talk
                        where conference_id = :conference and gone_at is null group by 1
                        """)
                .param("zone", conference.zone().getId())
                .param("conference", conference.id().conferenceId())
                .query(row -> {
                    numbers.put(row.getObject("day", LocalDate.class), row.getInt("talks"));
                });
        return numbers;
    }
}
