package org.manyhands.planning;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import org.manyhands.conference.PlaceId;
import org.manyhands.schedule.Talk;
import org.manyhands.schedulefile.Kind;
import org.manyhands.shared.TimeRange;

/**
 * The blocks of a programme: what is on at one place from one break to the next, and so what one emcee stays for.
 *
 * <ul>
 *   <li>Only what people attend and cannot help during makes a block; breaks, services, what blocks nobody and what has
 *       no length do not, nor does what lasts longer than a timeslot may.
 *   <li>A break ends the blocks of all places, whatever room it is written into, save where talks go on through more than
 *       half of it: there it is lunch for others.
 *   <li>A longer pause than {@link #LONGEST_PAUSE} ends a block too: many programmes have no entries for their breaks.
 *   <li>Days end nothing: a party past midnight is one block.
 * </ul>
 */
final class Blocks {

    /** Rooms change speakers within 5 to 15 minutes; whoever has nothing to do for longer goes away, and may not come back. */
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(20);

    /** As long as a timeslot may be. */
    static final Duration LONGEST = Duration.ofHours(24);

    private Blocks() {}

    /** @param talks what is on, by start */
    record Block(PlaceId place, TimeRange during, List<Talk> talks) {}

    /** By start, then by place. */
    static List<Block> of(Collection<Talk> schedule) {
        var breaks = schedule.stream()
                .filter(entry -> entry.kind() == Kind.BREAK)
                .flatMap(entry -> entry.during().stream())
                .toList();
        var talks = new HashMap<PlaceId, List<Talk>>();
        schedule.stream()
                .filter(Blocks::makesABlock)
                .sorted(comparing(Talk::start).thenComparing(Talk::end))
                .forEach(talk -> talk.places()
                        .forEach(place -> talks.computeIfAbsent(place, at -> new ArrayList<>())
                                .add(talk)));
        return talks.entrySet().stream()
                .flatMap(there -> at(there.getKey(), there.getValue(), breaks).stream())
                .sorted(comparing((Block block) -> block.during().start())
                        .thenComparing(block -> block.place().placeId()))
                .toList();
    }

    static boolean makesABlock(Talk entry) {
        return entry.kind().attended()
                && entry.blocks()
                && entry.during()
                        .map(TimeRange::length)
                        .filter(length -> length.compareTo(LONGEST) <= 0)
                        .isPresent();
    }

    private static List<Block> at(PlaceId place, List<Talk> talks, List<TimeRange> breaks) {
        var blocks = new ArrayList<Block>();
        var current = new ArrayList<Talk>();
        for (var talk : talks) {
            if (!current.isEmpty() && endsBefore(talk, current, breaks)) {
                blocks.add(block(place, current));
                current.clear();
            }
            current.add(talk);
        }
        blocks.add(block(place, current));
        return blocks;
    }

    private static Block block(PlaceId place, List<Talk> talks) {
        return new Block(place, new TimeRange(talks.getFirst().start(), endOf(talks)), List.copyOf(talks));
    }

    private static Instant endOf(List<Talk> talks) {
        return talks.stream().map(Talk::end).max(Instant::compareTo).orElseThrow();
    }

    private static boolean endsBefore(Talk next, List<Talk> block, List<TimeRange> breaks) {
        var length = Duration.between(block.getFirst().start(), next.end());
        if (length.compareTo(LONGEST) > 0) {
            return true;
        }
        var end = endOf(block);
        if (!end.isBefore(next.start())) {
            return false;
        }
        var pause = new TimeRange(end, next.start());
        return pause.length().compareTo(LONGEST_PAUSE) > 0 || breaks.stream().anyMatch(one -> hasHalfOf(one, pause));
    }

    private static boolean hasHalfOf(TimeRange one, TimeRange pause) {
        var from = pause.start().isAfter(one.start()) ? pause.start() : one.start();
        var until = pause.end().isBefore(one.end()) ? pause.end() : one.end();
        return from.isBefore(until)
                && Duration.between(from, until).multipliedBy(2).compareTo(one.length()) >= 0;
    }
}
