package org.manyhands.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.manyhands.calendar.Feed.Kind;
import org.manyhands.conference.ConferencePage;
import org.manyhands.schedule.Stars;
import org.manyhands.schedule.Talk;
import org.manyhands.shared.BaseUrl;
import org.manyhands.shared.Rows;
import org.manyhands.shared.TimeRange;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what is in a feed. */
@Component
class FeedEvents {

    /** A talk whose length nobody knows has to have one in a calendar. */
    private static final Duration NO_LENGTH = Duration.ofMinutes(1);

    private final OwnShifts ownShifts;
    private final Stars stars;
    private final BaseUrl baseUrl;
    private final JdbcClient jdbc;

    FeedEvents(OwnShifts ownShifts, Stars stars, BaseUrl baseUrl, JdbcClient jdbc) {
        this.ownShifts = ownShifts;
        this.stars = stars;
        this.baseUrl = baseUrl;
        this.jdbc = jdbc;
    }

    List<CalendarEvent> of(Feed feed, ConferencePage conference) {
        return feed.kind() == Kind.VOLUNTEER ? ofVolunteer(feed, conference) : ofTeam(feed, conference);
    }

    private List<CalendarEvent> ofVolunteer(Feed feed, ConferencePage conference) {
        var volunteer = new VolunteerId(feed.of());
        var events = new ArrayList<>(ownShifts.of(volunteer).stream()
                .map(shift -> shift.event(baseUrl))
                .toList());
        if (feed.withTalks()) {
            stars.starredBy(volunteer).forEach(talk -> events.add(starred(talk, conference)));
        }
        return events;
    }

    private CalendarEvent starred(Talk talk, ConferencePage conference) {
        return new CalendarEvent(
                "talk-" + talk.id().talkId() + "@" + baseUrl.host(),
                0,
                madeAt(talk.id().talkId()),
                talk.during()
                        .orElseGet(
                                () -> new TimeRange(talk.start(), talk.start().plus(NO_LENGTH))),
                talk.title(),
                String.join(", ", talk.rooms()),
                "You starred this talk. The schedule: " + baseUrl.of("/" + conference.slug() + "/schedule"),
                null,
                0,
                null);
    }

    /** With numbers and no names: whoever has the address reads it, and calendar programs keep it. */
    private List<CalendarEvent> ofTeam(Feed feed, ConferencePage conference) {
        return jdbc.sql("""
                        select shift_id, lower(shift.during) as starts_at, upper(shift.during) as ends_at,
                               shift.version + timeslot.version as sequence, role.name as role, place.name as place,
                               taken, reserved, wanted, minimum, note, arrive_early_minutes
                        from shift join timeslot using (timeslot_id) join role using (role_id) join place using (place_id)
                        where %s = ? and shift.conference_id = ? and published
                        order by lower(shift.during), shift_id
                        """.formatted("shift." + feed.kind().column()))
                .params(feed.of(), feed.conferenceId())
                .query((row, number) -> shift(row, conference))
                .list();
    }

    private CalendarEvent shift(ResultSet row, ConferencePage conference) throws SQLException {
        var id = row.getObject("shift_id", UUID.class);
        var people = row.getInt("taken") + row.getInt("reserved");
        var link = baseUrl.of("/" + conference.slug() + "/organize/shifts/" + id + "/people");
        var note = row.getString("note");
        return new CalendarEvent(
                "shift-" + id + "@" + baseUrl.host(),
                row.getInt("sequence"),
                madeAt(id),
                Rows.range(row, "starts_at", "ends_at"),
                row.getString("role") + " (" + people + " of " + row.getInt("wanted") + ")",
                row.getString("place"),
                people + " of " + row.getInt("wanted") + " people, at least " + row.getInt("minimum") + " needed."
                        + (note.isBlank() ? "" : "\nNote: " + note) + "\nWho is on it: " + link,
                link,
                0,
                null);
    }

    /** The time that an id of version 7 (RFC 9562) begins with: the only one we keep of shifts and talks. */
    private static Instant madeAt(UUID id) {
        return id.version() == 7 ? Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16) : Instant.EPOCH;
    }
}
