package org.manyhands;

import java.sql.Timestamp;
import java.util.UUID;
import org.manyhands.conference.Conference;
import org.manyhands.conference.Place;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Talks and stars, past the import. */
@TestComponent
public class GivenTalks {

    private final Given given;
    private final JdbcClient jdbc;

    GivenTalks(Given given, JdbcClient jdbc) {
        this.given = given;
        this.jdbc = jdbc;
    }

    /** A talk on the conference's first day that keeps people busy. */
    public UUID talk(Conference conference, String title, String from, String to, Place place) {
        var id = UUID.randomUUID();
        var during = given.range(conference, from, to);
        jdbc.sql("""
                        with known as (insert into schedule (conference_id) values (:conference) on conflict do nothing),
                        held as (
                            insert into talk (talk_id, conference_id, key, title, starts_at, ends_at, kind, blocks)
                            values (:talk, :conference, :talk::text, :title, :start, :end, 'TALK', true)),
                        named as (
                            insert into room (room_id, conference_id, name, place_id)
                            values (gen_random_uuid(), :conference, :name, :place)
                            on conflict (conference_id, name) do update set place_id = excluded.place_id returning room_id)
                        insert into talk_room (conference_id, talk_id, room_id) select :conference, :talk, room_id from named
                        """)
                .param("conference", conference.id().conferenceId())
                .param("talk", id)
                .param("title", title)
                .param("start", Timestamp.from(during.start()))
                .param("end", Timestamp.from(during.end()))
                .param("place", place.id().placeId())
                .param("name", place.name())
                .update();
        return id;
    }

    public void star(VolunteerId volunteer, UUID talk) {
        jdbc.sql("""
                        insert into star (conference_id, volunteer_id, talk_id, starred_at)
                        select conference_id, :volunteer, talk_id, now() from talk where talk_id = :talk
                        """)
                .param("volunteer", volunteer.volunteerId())
                .param("talk", talk)
                .update();
    }
}
