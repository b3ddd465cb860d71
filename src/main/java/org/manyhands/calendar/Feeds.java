package org.manyhands.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.manyhands.account.Token;
import org.manyhands.audit.AuditTrail;
import org.manyhands.calendar.Feed.Kind;
import org.manyhands.calendar.Feed.Whose;
import org.manyhands.conference.ConferenceId;
import org.manyhands.conference.RolesInSight;
import org.manyhands.shared.Ids;
import org.manyhands.shared.NotFound;
import org.manyhands.shared.Rows;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes, renews and ends the addresses of feeds, each of which is told once and kept as its hash only. */
@Service
class Feeds {

    private static final String READ = """
            select calendar_feed_id, calendar_feed.conference_id, volunteer_id, role_id, place_id,
                   coalesce(role.name, place.name, '') as name, with_talks, linked_at
            from calendar_feed left join role using (role_id) left join place using (place_id)
            """;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    Feeds(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    Optional<Feed> open(Token token) {
        return jdbc.sql(READ + "where token_hash = ?")
                .param(token.hash())
                .query((row, number) -> feed(row))
                .optional();
    }

    Optional<Feed> of(VolunteerId volunteer) {
        return jdbc.sql(READ + "where volunteer_id = ?")
                .param(volunteer.volunteerId())
                .query((row, number) -> feed(row))
                .optional();
    }

    /** Those of roles and places. */
    List<Feed> ofTeam(ConferenceId conference, RolesInSight roles) {
        return jdbc.sql(READ + """
                        where calendar_feed.conference_id = :conference and volunteer_id is null
                          and (:roles::uuid[] is null or role_id = any(:roles))
                        order by role_id is null, name, calendar_feed_id
                        """)
                .param("conference", conference.conferenceId())
                .param("roles", roles.forSql())
                .query((row, number) -> feed(row))
                .list();
    }

    /** @return its address within the site, which nobody can read again; one from before opens nothing any more */
    @Transactional
    public String link(ConferenceId conference, Whose whose) {
        var token = Token.random();
        jdbc.sql("""
                        insert into calendar_feed (calendar_feed_id, conference_id, %1$s, token_hash, linked_at)
                        values (:id, :conference, :whose, :hash, :now)
                        on conflict (%1$s) do update set token_hash = excluded.token_hash, linked_at = excluded.linked_at
                        """.formatted(whose.kind().column()))
                .param("id", Ids.next())
                .param("conference", conference.conferenceId())
                .param("whose", whose.id())
                .param("hash", token.hash())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        audit.record("calendar-feed.linked", "calendar-feed", whose.id(), conference.conferenceId(), Map.of());
        return "/calendar/" + token.text() + ".ics";
    }

    /** Once more changes nothing. */
    @Transactional
    public void end(ConferenceId conference, Whose whose) {
        var ended = jdbc.sql("delete from calendar_feed where %s = ? and conference_id = ?"
                        .formatted(whose.kind().column()))
                .params(whose.id(), conference.conferenceId())
                .update();
        if (ended > 0) {
            audit.record("calendar-feed.ended", "calendar-feed", whose.id(), conference.conferenceId(), Map.of());
        }
    }

    /** Whether the talks that they starred are in it, too. */
    @Transactional
    public void setTalks(ConferenceId conference, VolunteerId volunteer, boolean withTalks) {
        var changed = jdbc.sql("""
                        update calendar_feed set with_talks = :talks
                        where volunteer_id = :volunteer and with_talks <> :talks
                        """)
                .param("talks", withTalks)
                .param("volunteer", volunteer.volunteerId())
                .update();
        if (changed > 0) {
            audit.record(
                    "calendar-feed.talks-set",
                    "calendar-feed",
                    volunteer.volunteerId(),
                    conference.conferenceId(),
                    Map.of("after", Map.of("talks", withTalks)));
        }
    }

    /** @throws NotFound for one of another conference, of a person, or of a role out of sight */
    Feed require(ConferenceId conference, RolesInSight roles, UUID id) {
        return ofTeam(conference, roles).stream()
                .filter(feed -> feed.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static Feed feed(ResultSet row) throws SQLException {
        var kind = Stream.of(Kind.values())
                .filter(each -> has(row, each.column()))
                .findFirst()
                .orElseThrow();
        return new Feed(
                row.getObject("calendar_feed_id", UUID.class),
                row.getObject("conference_id", UUID.class),
                kind,
                row.getObject(kind.column(), UUID.class),
                row.getString("name"),
                row.getBoolean("with_talks"),
                Objects.requireNonNull(Rows.instant(row, "linked_at")));
    }

    private static boolean has(ResultSet row, String column) {
        try {
            return row.getObject(column) != null;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
