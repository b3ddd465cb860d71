package org.manyhands.schedule;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferenceId;
import org.manyhands.schedulefile.Kind;
import org.manyhands.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes changes of a schedule, however many talks they touch, in so many statements; PostgreSQL unfolds the rows. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ScheduleWriting {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ScheduleWriting(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A talk as the statements below unfold it. */
    private record Row(
            UUID id,
            String key,
            String title,
            String subtitle,
            String text,
            List<String> speakers,
            List<String> rooms,
            String starts,
            String ends,
            Kind kind,
            boolean blocks,
            @Nullable String link) {

        static Row of(TalkId id, String key, TalkText said) {
            return new Row(
                    id.talkId(),
                    key,
                    said.title(),
                    said.subtitle(),
                    said.text(),
                    said.speakers(),
                    said.rooms(),
                    said.start().toString(),
                    said.end().toString(),
                    said.kind(),
                    said.blocks(),
                    said.link());
        }
    }

    void write(ConferenceId conference, Changes changes, Instant now) {
        var rows = Stream.concat(
                        changes.added().stream().map(entry -> Row.of(TalkId.next(), entry.key(), TalkText.of(entry))),
                        changes.written()
                                .map(change -> Row.of(
                                        change.before().id(), change.before().key(), change.after())))
                .toList();
        if (!rows.isEmpty()) {
            var unfolded = json.writeValueAsString(rows);
            rooms(conference, rows);
            talks(conference, unfolded);
            roomsOfTalks(conference, unfolded);
        }
        gone(conference, changes.gone(), now);
        jdbc.sql("update schedule set revision = revision + 1, changed_at = :now where conference_id = :conference")
                .param("conference", conference.conferenceId())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** A room that is new is tied to the place of the same name, if there is one; whoever untied one is left alone. */
    private void rooms(ConferenceId conference, List<Row> rows) {
        var names = rows.stream()
                .flatMap(row -> row.rooms().stream())
                .distinct()
                .sorted()
                .toArray(String[]::new);
        jdbc.sql("""
                        insert into room (room_id, conference_id, name, place_id)
                        select room_id, :conference, new.name, (
                            select place_id from place
                            where place.conference_id = :conference
                              and lower(regexp_replace(place.name, '\\s', '', 'g')) = lower(regexp_replace(new.name, '\\s', '', 'g'))
                            order by place.name, place_id limit 1)
                        from unnest(:ids::uuid[], :names::text[]) as new (room_id, name)
                        on conflict (conference_id, name) do nothing
                        """)
                .param("conference", conference.conferenceId())
                .param("ids", Stream.generate(Ids::next).limit(names.length).toArray(UUID[]::new))
                .param("names", names)
                .update();
    }

    private void talks(ConferenceId conference, String rows) {
        jdbc.sql("""
                        insert into talk (talk_id, conference_id, key, title, subtitle, text, speakers,
                                          starts_at, ends_at, kind, blocks, link)
                        select id, :conference, key, title, subtitle, text, speakers, starts, ends, kind, blocks, link
                        from jsonb_to_recordset(:rows::jsonb) as new (
                            id uuid, key text, title text, subtitle text, text text, speakers text[],
                            starts timestamptz, ends timestamptz, kind text, blocks boolean, link text)
                        on conflict (conference_id, key) do update
                        set title = excluded.title, subtitle = excluded.subtitle, text = excluded.text,
                            speakers = excluded.speakers, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
                            kind = excluded.kind, link = excluded.link, gone_at = null, version = talk.version + 1,
                            blocks = case when talk.blocks_set_by_organizer then talk.blocks else excluded.blocks end
                        """)
                .param("conference", conference.conferenceId())
                .param("rows", rows)
                .update();
    }

    private void roomsOfTalks(ConferenceId conference, String rows) {
        jdbc.sql("""
                        delete from talk_room
                        where talk_id in (select id from jsonb_to_recordset(:rows::jsonb) as new (id uuid))
                        """).param("rows", rows).update();
        jdbc.sql("""
                        insert into talk_room (conference_id, talk_id, room_id)
                        select :conference, new.id, room_id
                        from jsonb_to_recordset(:rows::jsonb) as new (id uuid, rooms text[])
                        cross join unnest(new.rooms) as named (name)
                        join room on room.conference_id = :conference and room.name = named.name
                        """)
                .param("conference", conference.conferenceId())
                .param("rows", rows)
                .update();
    }

    private void gone(ConferenceId conference, List<StoredTalk> gone, Instant now) {
        if (!gone.isEmpty()) {
            jdbc.sql("""
                            update talk set gone_at = :now, version = version + 1
                            where conference_id = :conference and talk_id = any(:gone)
                            """)
                    .param("conference", conference.conferenceId())
                    .param("gone", gone.stream().map(talk -> talk.id().talkId()).toArray(UUID[]::new))
                    .param("now", Timestamp.from(now))
                    .update();
        }
    }
}
