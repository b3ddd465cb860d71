package org.manyhands.schedule;

import java.time.Instant;
import java.util.List;
import org.manyhands.conference.ConferenceId;

/** An import changed a conference's schedule; told in its transaction, also where nothing moved and nothing is gone. */
public record ScheduleChanged(ConferenceId conferenceId, List<Moved> moved, List<Gone> gone) {

    /** When and where a talk is; the end is the start where its length is not known. */
    public record Spot(Instant start, Instant end, List<String> rooms) {

        static Spot of(TalkText said) {
            return new Spot(said.start(), said.end(), said.rooms());
        }
    }

    /** Another time, or other rooms. */
    public record Moved(TalkId id, String title, Spot before, Spot after) {}

    /** Not in the schedule any more; it is kept, and may come back. */
    public record Gone(TalkId id, String title, Spot before) {}

    static ScheduleChanged of(ConferenceId conference, Changes changes) {
        return new ScheduleChanged(
                conference,
                changes.moved().stream()
                        .map(move -> new Moved(
                                move.before().id(),
                                move.after().title(),
                                Spot.of(move.before().said()),
                                Spot.of(move.after())))
                        .toList(),
                changes.gone().stream()
                        .map(talk -> new Gone(talk.id(), talk.said().title(), Spot.of(talk.said())))
                        .toList());
    }
}
