package org.manyhands.signup;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.manyhands.shared.TimeRange;

/** The shifts as a page lays them out: by day and time for phones, or timeslots down and roles across. */
record ShiftsPage(List<ShiftCard> cards, ZoneId zone) {

    /** The shifts that begin and end at the same time. */
    record Slot(TimeRange during, List<ShiftCard> cards) {}

    /** The slots of a day. */
    record Day(LocalDate date, List<Slot> slots) {

        public int shifts() {
            return slots.stream().mapToInt(slot -> slot.cards().size()).sum();
        }
    }

    /** Those that somebody cannot do after all come first, out of the order of the days. */
    public List<ShiftCard> coverWanted() {
        return cards.stream()
                .filter(card -> card.standing() == ShiftCard.Standing.COVER_WANTED)
                .toList();
    }

    /** What the list shows by day: all but those that come first. */
    public List<Day> daysOfOthers() {
        return days(cards.stream()
                .filter(card -> card.standing() != ShiftCard.Standing.COVER_WANTED)
                .toList());
    }

    public List<Day> days() {
        return days(cards);
    }

    private List<Day> days(List<ShiftCard> shown) {
        var days = new TreeMap<LocalDate, SequencedMap<TimeRange, List<ShiftCard>>>();
        for (var card : shown) {
            var during = card.shift().during();
            days.computeIfAbsent(LocalDate.ofInstant(during.start(), zone), day -> new LinkedHashMap<>())
                    .computeIfAbsent(during, slot -> new ArrayList<>())
                    .add(card);
        }
        return days.entrySet().stream()
                .map(day -> new Day(day.getKey(), slots(day.getValue())))
                .toList();
    }

    private static List<Slot> slots(Map<TimeRange, List<ShiftCard>> slots) {
        return slots.entrySet().stream()
                .map(slot -> new Slot(slot.getKey(), slot.getValue()))
                .toList();
    }

    /** The names of that day's roles, which head the grid's columns. */
    public List<String> rolesOn(Day day) {
        return day.slots().stream()
                .flatMap(slot -> slot.cards().stream())
                .map(card -> card.shift().role())
                .distinct()
                .sorted()
                .toList();
    }

    /** The grid's cell: a role's shifts in a slot, one for each place. */
    public List<ShiftCard> in(Slot slot, String role) {
        return slot.cards().stream()
                .filter(card -> card.shift().role().equals(role))
                .toList();
    }

    /** The colour of a grid's cell; the words in it say the same. */
    public String shade(List<ShiftCard> cell) {
        if (cell.stream()
                .anyMatch(card -> card.isOpen() && card.shift().staffing().missing() > 0)) {
            return "need";
        }
        return cell.stream().anyMatch(ShiftCard::isOpen) ? "fits" : "plain";
    }

    /** Whether several can be ticked and taken together. */
    public boolean hasSeveralToTick() {
        return cards.stream()
                        .filter(card -> card.standing() == ShiftCard.Standing.OPEN)
                        .limit(2)
                        .count()
                > 1;
    }

    /** Whether some fit the reader's days and others do not: only then is it worth a mark. */
    public boolean tellsWhatFits() {
        var open = cards.stream().filter(ShiftCard::isOpen).toList();
        return open.stream().anyMatch(ShiftCard::fits) && !open.stream().allMatch(ShiftCard::fits);
    }

    public long open() {
        return cards.stream().filter(ShiftCard::isOpen).count();
    }
}
