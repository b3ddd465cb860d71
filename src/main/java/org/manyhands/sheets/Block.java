package org.manyhands.sheets;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.manyhands.schedule.Talk;
import org.manyhands.shared.TimeRange;

/** A block of talks, as its emcee carries it on a sheet: who speaks when, and when to hold up which card. */
record Block(Sheets.Staffed staffed, List<Slot> talks) {

    /** Minutes before the end at which a card is held up; STOP is the end itself. */
    private static final List<Integer> CARDS = List.of(15, 10, 5);

    /** A talk, with its signals where its length is known. */
    record Slot(Talk talk, List<Signal> signals) {}

    record Signal(String card, Instant at) {}

    static Block of(Sheets.Staffed staffed, List<Talk> talks) {
        return new Block(
                staffed,
                talks.stream()
                        .filter(Talk::isAttended)
                        .map(talk ->
                                new Slot(talk, talk.during().map(Block::signals).orElse(List.of())))
                        .toList());
    }

    /** Those that come once the talk has begun. */
    static List<Signal> signals(TimeRange talk) {
        var cards = CARDS.stream()
                .map(minutes -> new Signal(String.valueOf(minutes), talk.end().minus(Duration.ofMinutes(minutes))))
                .filter(signal -> signal.at().isAfter(talk.start()));
        return Stream.concat(cards, Stream.of(new Signal("STOP", talk.end()))).toList();
    }
}
