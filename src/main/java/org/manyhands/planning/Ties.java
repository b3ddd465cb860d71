package org.manyhands.planning;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.manyhands.conference.ConferenceId;
import org.manyhands.schedule.Talk;
import org.manyhands.schedule.TalkId;
import org.manyhands.shift.ShiftId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps which talks a shift was made for, and what the organizers know of these. */
@Component
class Ties {

    /** What a reader asks of a talk that is tied to a shift, and is not what the organizers know. */
    static final String CHANGED = """
            (talk.gone_at is not null or talk.starts_at <> shift_talk.starts_at or talk.ends_at <> shift_talk.ends_at
             or %s <> shift_talk.places)""".formatted(Talk.PLACES);

    private final JdbcClient jdbc;

    Ties(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How often the schedule has changed; 0 for one that is not there yet. */
    int revision(ConferenceId conference) {
        return revision(conference, "");
    }

    /** The revision, which no import raises until the transaction ends. */
    int holdSchedule(ConferenceId conference) {
        return revision(conference, "for share");
    }

    private int revision(ConferenceId conference, String lock) {
        return jdbc.sql("select revision from schedule where conference_id = ? " + lock)
                .param(conference.conferenceId())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    void tie(ConferenceId conference, Map<ShiftId, ? extends Collection<TalkId>> talks) {
        var shifts = talks.entrySet().stream()
                .flatMap(each ->
                        each.getValue().stream().map(talk -> each.getKey().shiftId()))
                .toArray(UUID[]::new);
        if (shifts.length == 0) {
            return;
        }
        jdbc.sql("""
                        insert into shift_talk (conference_id, shift_id, talk_id, starts_at, ends_at, places)
                        select :conference, shift_id, talk_id, talk.starts_at, talk.ends_at, %s
                        from unnest(:shifts::uuid[], :talks::uuid[]) as tie (shift_id, talk_id) join talk using (talk_id)
                        where talk.conference_id = :conference
                        """.formatted(Talk.PLACES))
                .param("conference", conference.conferenceId())
                .param("shifts", shifts)
                .param(
                        "talks",
                        talks.values().stream()
                                .flatMap(Collection::stream)
                                .map(TalkId::talkId)
                                .toArray(UUID[]::new))
                .update();
    }

    /** Of a shift about which somebody has decided: its talks are known as they are now, and what is gone is not its any more. */
    void known(ShiftId shift) {
        jdbc.sql("""
                        delete from shift_talk using talk
                        where shift_id = ? and talk.talk_id = shift_talk.talk_id and gone_at is not null
                        """).param(shift.shiftId()).update();
        jdbc.sql("""
                        update shift_talk set starts_at = talk.starts_at, ends_at = talk.ends_at, places = %s
                        from talk where shift_id = ? and talk.talk_id = shift_talk.talk_id
                        """.formatted(Talk.PLACES)).param(shift.shiftId()).update();
    }
}
