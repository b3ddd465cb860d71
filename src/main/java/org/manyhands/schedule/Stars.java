package org.manyhands.schedule;

import java.util.List;
import java.util.Set;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads which talks volunteers want to attend; of those that are gone the stars sleep until they come back. */
@Component
public class Stars {

    private final JdbcClient jdbc;

    Stars(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a volunteer wants to attend, of what is on. */
    public Set<TalkId> of(VolunteerId volunteer) {
        return jdbc.sql("""
                        select talk_id from star join talk using (conference_id, talk_id)
                        where volunteer_id = ? and gone_at is null
                        """)
                .param(volunteer.volunteerId())
                .query((row, number) -> TalkId.of(row.getString("talk_id")))
                .set();
    }

    /** What a volunteer wants to attend, of what keeps people busy and has a length: what a shift may clash with. */
    public List<Talks.Line> busyFor(VolunteerId volunteer) {
        return jdbc.sql("""
                        select %s from star join talk using (conference_id, talk_id)
                        where volunteer_id = ? and gone_at is null and blocks and not isempty(during)
                        order by starts_at, title, talk_id
                        """.formatted(Talks.COLUMNS))
                .param(volunteer.volunteerId())
                .query((row, number) -> Talks.line(row))
                .list();
    }
}
