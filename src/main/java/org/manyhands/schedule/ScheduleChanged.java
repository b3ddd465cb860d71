package org.manyhands.schedule;

import java.time.Instant;
import java.util.List;
import org.manyhands.conference.ConferenceId;

/** An import changed a conference's schedule; told in its transaction, also where nothing moved and nothing came back. */
public record ScheduleChanged(ConferenceId conferenceId, List<Moved> moved, List<Back> back) {

    /** When and where a talk is; the end is the start where its length is not known. */
    public record Spot(Instant start, Instant end, List<String> rooms) {

        static Spot of(TalkText said) {
            return new Spot(said.start(), said.end(), said.rooms());
        }
    }

    /** Another time, or other rooms. */
    public record Moved(TalkId id, String title, Spot before, Spot after) {}

    /** Was gone, and is in the schedule again. */
    public record Back(TalkId id, String title) {}

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
                changes.back().stream()
                        .map(talk -> new Back(talk.before().id(), talk.after().title()))
                        .toList());
    }
}
