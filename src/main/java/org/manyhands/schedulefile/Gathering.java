package org.manyhands.schedulefile;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gathers what a file has, entry by entry, so that one that cannot be read does not take the others with it. */
final class Gathering {

    private static final Logger LOG = LoggerFactory.getLogger(Gathering.class);

    private final ConferenceDays days;
    private final List<Draft> drafts = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();

    Gathering(ConferenceDays days) {
        this.days = days;
    }

    void add(Spot spot, Supplier<Draft> reading) {
        if (drafts.size() + unread.size() >= Caps.ENTRIES) {
            throw new CannotRead("It has more than %,d entries, which is more than we read.".formatted(Caps.ENTRIES));
        }
        try {
            drafts.add(reading.get());
        } catch (Unreadable e) {
            unread(spot, e.because());
        } catch (CannotRead e) {
            throw e;
        } catch (DateTimeException e) {
            unread(spot, "It has a date or a time that does not exist.");
        } catch (RuntimeException e) {
            LOG.debug("An entry of a schedule could not be read", e);
            unread(spot, "We do not understand this entry.");
        }
    }

    private void unread(Spot spot, String because) {
        unread.add(new Unread(
                PlainText.line(spot.where(), Caps.NAME),
                PlainText.line(spot.said(), Caps.SAID),
                because,
                Keys.shortest(spot)));
    }

    ScheduleRead.Read read(Format format) {
        var alone = roomsThatStandAlone();
        var keys = new Keys(drafts);
        var entries = drafts.stream()
                .map(draft -> entry(keys.next(draft), draft, rooms(draft, alone)))
                .toList();
        var assumed = entries.stream().anyMatch(entry -> entry.flags().contains(Flag.ZONE_ASSUMED));
        return new ScheduleRead.Read(format, assumed, entries, List.copyOf(unread));
    }

    private Set<String> roomsThatStandAlone() {
        var rooms = new HashSet<String>();
        drafts.forEach(draft -> rooms.addAll(draft.rooms()));
        return rooms;
    }

    /** "Hall A, Hall B" is two rooms where both also stand alone, else one with a comma in its name. */
    private static List<String> rooms(Draft draft, Set<String> alone) {
        if (draft.rooms().size() != 1) {
            return draft.rooms();
        }
        var parts = List.of(draft.rooms().getFirst().split(" ?[,/&+] ?"));
        return parts.size() > 1 && alone.containsAll(parts) ? parts : draft.rooms();
    }

    private Entry entry(String key, Draft draft, List<String> rooms) {
        var when = draft.when();
        var flags = EnumSet.noneOf(Flag.class);
        flags.addAll(when.flags());
        if (!days.include(when.start())) {
            flags.add(Flag.OUTSIDE_THE_CONFERENCE);
        }
        if (rooms.isEmpty()) {
            flags.add(Flag.NO_ROOM);
        }
        var kind = Kind.of(draft);
        var blocks = kind.attended()
                && !flags.contains(Flag.ALL_DAY)
                && !flags.contains(Flag.CALLED_OFF)
                && when.start().isBefore(when.end());
        return new Entry(
                key,
                draft.title(),
                draft.subtitle(),
                draft.text(),
                draft.speakers(),
                rooms,
                when.start(),
                when.end(),
                kind,
                blocks,
                Collections.unmodifiableSet(flags),
                draft.https());
    }
}
