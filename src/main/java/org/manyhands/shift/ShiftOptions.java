package org.manyhands.shift;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.manyhands.conference.ConferenceId;
import org.manyhands.conference.ConferencePage;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a conference's shifts can be narrowed to. Counting the open shifts of each day reads them all, and it is the same
 * for everybody, so it is kept as long as a public page is.
 */
@Component
public class ShiftOptions {

    private static final int MOST_CONFERENCES = 1_000;

    private final JdbcClient jdbc;
    private final Cache<ConferenceId, Options> kept;

    ShiftOptions(JdbcClient jdbc, @Value("${manyhands.pages-kept-for}") Duration keptFor) {
        this.jdbc = jdbc;
        this.kept = Caffeine.newBuilder()
                .expireAfterWrite(keptFor)
                .maximumSize(MOST_CONFERENCES)
                .build();
    }

    /** A day on which shifts begin: how many, and how many of them have room and are still to come. */
    public record Day(LocalDate date, int shifts, int open) {}

    /** A role or a place, as an address names it and as people do. */
    public record Option(String slug, String name) {}

    /** @param schedule whether the conference has talks to star */
    public record Options(List<Day> days, List<Option> roles, List<Option> places, boolean schedule) {}

    public Options of(ConferencePage conference, Instant now) {
        var known = kept.getIfPresent(conference.id());
        if (known != null) {
            return known;
        }
        // Not within the cache's lock: a database that is slow would keep all readers waiting for one
        var read = read(conference, now);
        kept.put(conference.id(), read);
        return read;
    }

    private Options read(ConferencePage conference, Instant now) {
        var named = named(conference);
        return new Options(
                days(conference, now),
                named.getOrDefault("role", List.of()),
                named.getOrDefault("place", List.of()),
                named.containsKey("talk"));
    }

    /** Counted by timeslot first: finding out the day of each shift, rather than of each timeslot, took most of the time. */
    private List<Day> days(ConferencePage conference, Instant now) {
        return jdbc.sql("""
                        select (lower(during) at time zone :zone)::date as day, sum(shifts) as shifts,
                               coalesce(sum(open) filter (where lower(during) > :now), 0) as open
                        from timeslot join (
                            select timeslot_id, count(*) as shifts, count(*) filter (where %s) as open
                            from shift where conference_id = :conference and published
                            group by timeslot_id) counted using (timeslot_id)
                        group by day order by day
                        """.formatted(Staffing.NEEDS_SOMEBODY))
                .param("zone", conference.zone().getId())
                .param("now", Timestamp.from(now))
                .param("conference", conference.id().conferenceId())
                .query((row, number) ->
                        new Day(row.getObject("day", LocalDate.class), row.getInt("shifts"), row.getInt("open")))
                .list();
    }

    private Map<String, List<Option>> named(ConferencePage conference) {
        return jdbc
                .sql("""
                        select 'role' as what, slug, name from role where conference_id = :conference
                        union all select 'place', slug, name from place where conference_id = :conference
                        union all select 'talk', '', '' where exists (
                            select from talk where conference_id = :conference and gone_at is null)
                        order by name
                        """)
                .param("conference", conference.id().conferenceId())
                .query((row, number) ->
                        Map.entry(row.getString("what"), new Option(row.getString("slug"), row.getString("name"))))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }
}
