package org.manyhands.schedule;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.manyhands.conference.ConferenceId;
import org.manyhands.schedulefile.Kind;
import org.manyhands.shared.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads a conference's whole schedule, and locks it for whoever changes it. */
@Component
class StoredSchedule {

    /** The rooms of a talk; Java sorts them, as it does those of a file. */
    static final String ROOMS =
            "array(select room.name from talk_room join room using (room_id) where talk_room.talk_id = talk.talk_id)";

    private final JdbcClient jdbc;

    StoredSchedule(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What everything of a schedule hangs on. */
    void makeSureOf(ConferenceId conference) {
        jdbc.sql("insert into schedule (conference_id) values (?) on conflict do nothing")
                .param(conference.conferenceId())
                .update();
    }

    /** How often it has changed; 0 for one that is not there yet. */
    int revision(ConferenceId conference) {
        return jdbc.sql("select revision from schedule where conference_id = ?")
                .param(conference.conferenceId())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** The revision, which nobody else raises until the transaction ends. */
    int lock(ConferenceId conference) {
        makeSureOf(conference);
        return jdbc.sql("select revision from schedule where conference_id = ? for no key update")
                .param(conference.conferenceId())
                .query(Integer.class)
                .single();
    }

    /** What files mean by times that name no zone, once an organizer has said so. */
    Optional<ZoneId> zone(ConferenceId conference) {
        return jdbc.sql("select zone from schedule where conference_id = ? and zone is not null")
                .param(conference.conferenceId())
                .query(String.class)
                .optional()
                .map(ZoneId::of);
    }

    void readIn(ConferenceId conference, ZoneId zone) {
        jdbc.sql("update schedule set zone = ? where conference_id = ?")
                .param(zone.getId())
                .param(conference.conferenceId())
                .update();
    }

    /** Those too that are gone. */
    List<StoredTalk> talks(ConferenceId conference) {
        return jdbc.sql("""
                        select talk_id, key, title, subtitle, text, speakers, starts_at, ends_at, kind, blocks,
                               blocks_set_by_organizer, link, gone_at is not null as gone, %s as rooms
                        from talk where conference_id = ? order by starts_at, title, talk_id
                        """.formatted(ROOMS))
                .param(conference.conferenceId())
                .query((row, number) -> talk(row))
                .list();
    }

    private static StoredTalk talk(ResultSet row) throws SQLException {
        return new StoredTalk(
                TalkId.of(row.getString("talk_id")),
                row.getString("key"),
                new TalkText(
                        row.getString("title"),
                        row.getString("subtitle"),
                        row.getString("text"),
                        texts(row.getArray("speakers")),
                        texts(row.getArray("rooms")).stream().sorted().toList(),
                        Objects.requireNonNull(Rows.instant(row, "starts_at")),
                        Objects.requireNonNull(Rows.instant(row, "ends_at")),
                        Kind.valueOf(row.getString("kind")),
                        row.getBoolean("blocks"),
                        row.getString("link")),
                row.getBoolean("blocks_set_by_organizer"),
                row.getBoolean("gone"));
    }

    static List<String> texts(Array array) throws SQLException {
        return Stream.of((String[]) array.getArray()).toList();
    }
}
