package org.manyhands.schedule;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.manyhands.conference.ConferenceId;
import org.manyhands.volunteer.PeopleMerged;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads which talks volunteers want to attend; of those that are gone the stars sleep until they come back. They are the
 * one change that no audit tells of: they bind nobody, and which talks somebody likes is nobody else's business.
 */
@Component
public class Stars {

    private final JdbcClient jdbc;

    Stars(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Once more changes nothing.
     *
     * @return whether there is such a talk at this conference
     */
    @Transactional
    public boolean star(VolunteerId volunteer, ConferenceId conference, TalkId talk, Instant now) {
        return jdbc.sql("""
                                insert into star (conference_id, volunteer_id, talk_id, starred_at)
                                select conference_id, :volunteer, talk_id, :now from talk
                                where talk_id = :talk and conference_id = :conference and gone_at is null
                                on conflict (volunteer_id, talk_id) do update set starred_at = star.starred_at
                                """)
                        .param("volunteer", volunteer.volunteerId())
                        .param("now", Timestamp.from(now))
                        .param("talk", talk.talkId())
                        .param("conference", conference.conferenceId())
                        .update()
                == 1;
    }

    /** @return whether there is such a talk at this conference, starred or not */
    @Transactional
    public boolean unstar(VolunteerId volunteer, ConferenceId conference, TalkId talk) {
        jdbc.sql("delete from star where volunteer_id = ? and talk_id = ?")
                .params(volunteer.volunteerId(), talk.talkId())
                .update();
        return jdbc.sql("select exists (select from talk where talk_id = ? and conference_id = ? and gone_at is null)")
                .params(talk.talkId(), conference.conferenceId())
                .query(Boolean.class)
                .single();
    }

    @EventListener
    void merge(PeopleMerged people) {
        jdbc.sql("""
                        insert into star (conference_id, volunteer_id, talk_id, starred_at)
                        select conference_id, :kept, talk_id, starred_at from star where volunteer_id = :gone
                        on conflict do nothing
                        """)
                .param("kept", people.kept().volunteerId())
                .param("gone", people.gone().volunteerId())
                .update();
    }

    /** What a volunteer wants to attend, of what is on. */
    public Set<TalkId> of(VolunteerId volunteer) {
        return jdbc.sql("""
                        select talk_id from star join talk using (talk_id)
                        where volunteer_id = ? and gone_at is null
                        """)
                .param(volunteer.volunteerId())
                .query((row, number) -> TalkId.of(row.getString("talk_id")))
                .set();
    }

    /** What a volunteer wants to attend, of what is on, by its start. */
    public List<Talk> starredBy(VolunteerId volunteer) {
        return jdbc.sql("""
                        select %s from star join talk using (talk_id)
                        where volunteer_id = ? and gone_at is null
                        order by starts_at, title, talk_id
                        """.formatted(Talk.COLUMNS))
                .param(volunteer.volunteerId())
                .query((row, number) -> Talk.in(row))
                .list();
    }
}
