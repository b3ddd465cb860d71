package org.manyhands.example;

import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.manyhands.conference.Conference;
import org.manyhands.conference.Place;
import org.manyhands.conference.Places;
import org.manyhands.role.Role;
import org.manyhands.shared.TimeRange;
import org.manyhands.shift.Need;
import org.manyhands.shift.Shift;
import org.manyhands.shift.ShiftId;
import org.manyhands.shift.Shifts;
import org.manyhands.shift.Timeslot;
import org.manyhands.shift.Timeslots;
import org.springframework.stereotype.Component;

/**
 * The shifts of DjangoCon US 2023, by the volunteer team's published checklist and that year's schedule: the desk, an
 * emcee for each stretch between two breaks in each room, a session manager for each third of a day.
 */
@Component
class ExamplePlan {

    /** Day of the conference (0 is Monday, -1 the day before), from, to, place, minimum-wanted-maximum. */
    private static final Map<String, String> SHIFTS = Map.of(
            "registration-desk", """
            0  8:00 10:00 desk 1-2-2
            0 10:00 12:00 desk 1-2-2
            0 12:00 14:00 desk 1-1-2
            0 14:00 16:00 desk 1-1-2
            0 16:00 18:00 desk 1-1-1
            1  8:00 10:00 desk 1-2-2
            1 10:00 12:00 desk 1-1-2
            1 12:00 14:00 desk 1-1-1
            1 14:00 16:00 desk 1-1-1
            2  8:00 10:00 desk 1-1-2
            2 10:00 12:00 desk 1-1-1
            2 12:00 13:00 desk 1-1-1
            """,
            "session-emcee", """
            0  9:00 10:40 junior 1-1-1
            0 11:10 13:20 junior 1-1-1
            0 14:05 15:25 junior 1-1-1
            0 15:55 17:45 junior 1-1-1
            0 11:10 12:30 grand  1-1-1
            0 14:05 15:25 grand  1-1-1
            0 15:55 17:45 grand  1-1-1
            1  9:30 10:40 junior 1-1-1
            1 11:10 13:20 junior 1-1-1
            1 14:05 15:25 junior 1-1-1
            1 15:55 17:45 junior 1-1-1
            1 11:10 12:30 grand  1-1-1
            1 14:05 15:25 grand  1-1-1
            1 15:55 17:45 grand  1-1-1
            2  9:30 10:40 junior 1-1-1
            2 11:10 13:20 junior 1-1-1
            2 14:05 15:25 junior 1-1-1
            2 16:00 18:00 junior 1-1-1
            """,
            "session-manager", """
            0  9:00 10:40 junior 1-1-1
            0 11:10 13:20 junior 1-1-1
            0 14:05 17:45 junior 1-1-1
            1  9:30 10:40 junior 1-1-1
            1 11:10 13:20 junior 1-1-1
            1 14:05 17:45 junior 1-1-1
            2  9:30 10:40 junior 1-1-1
            2 11:10 13:20 junior 1-1-1
            2 14:05 18:00 junior 1-1-1
            """,
            "swag-bag-stuffing", "-1 14:00 15:00 bags 4-10-",
            "online-moderator", """
            0  9:00 13:20 online 4-6-8
            0 13:20 18:10 online 4-6-8
            1  9:00 13:20 online 4-6-8
            1 13:20 18:10 online 4-6-8
            2  9:00 13:20 online 4-6-8
            2 13:20 18:00 online 4-6-8
            """,
            "sprint-mentor", """
            3  9:00 13:00 sprints 1-2-4
            3 13:00 17:00 sprints 1-2-4
            4  9:00 13:00 sprints 1-2-4
            4 13:00 17:00 sprints 1-2-4
            """,
            "take-down", """
            2 18:00 19:30 desk  2-4-8 draft
            2 18:00 19:30 junior 2-4-8 draft
            """);

    private static final Map<String, List<String>> PLACES = Map.of(
            "desk", List.of("In front of Junior Ballroom", "Up the stairs from the main entrance, on the left."),
            "junior", List.of("Junior Ballroom", "Second floor; the speakers' door is at the far end."),
            "grand", List.of("Grand Ballroom III", "First floor, past the breakfast tables."),
            "bags", List.of("Meeting Room 2", "Second floor, behind the elevators."),
            "online", List.of("Online", "Wherever you are; the link is in the chat."),
            "sprints", List.of("Sprint rooms", "Downtown, ten minutes on foot. Ring the bell marked Sprints."));

    private final Places places;
    private final ExampleRoles roles;
    private final Timeslots timeslots;
    private final Shifts shifts;

    ExamplePlan(Places places, ExampleRoles roles, Timeslots timeslots, Shifts shifts) {
        this.places = places;
        this.roles = roles;
        this.timeslots = timeslots;
        this.shifts = shifts;
    }

    /** Writes it all, and tells the shifts by names such as "session-emcee 0 11:10 grand". */
    Map<String, ShiftId> write(Conference conference) {
        var here = new HashMap<String, Place>();
        PLACES.forEach((slug, words) -> here.put(
                slug, places.save(new Place(conference.id(), slug, words.getFirst(), words.getLast()))));
        var slots = new HashMap<TimeRange, Timeslot>();
        var written = new HashMap<String, ShiftId>();
        roles.write(conference).forEach((slug, role) -> Objects.requireNonNull(SHIFTS.get(slug))
                .lines()
                .map(line -> line.trim().split(" +"))
                .forEach(words -> {
                    var slot = slots.computeIfAbsent(
                            during(words, conference),
                            during -> timeslots.saveAndFlush(new Timeslot(conference.id(), "", during)));
                    var shift = shift(words, slot, role, Objects.requireNonNull(here.get(words[3])), conference);
                    written.put(String.join(" ", slug, words[0], words[1], words[3]), shift.id());
                }));
        shifts.flush();
        return written;
    }

    private Shift shift(String[] words, Timeslot slot, Role role, Place place, Conference conference) {
        var shift = new Shift(slot, role.id(), place.id(), need(words[4]), conference.handover());
        if (words.length == 5) {
            shift.publish();
        }
        return shifts.save(shift);
    }

    private static TimeRange during(String[] words, Conference conference) {
        var day = conference.firstDay().plusDays(Integer.parseInt(words[0]));
        return new TimeRange(
                day.atTime(time(words[1])).atZone(conference.zone()).toInstant(),
                day.atTime(time(words[2])).atZone(conference.zone()).toInstant());
    }

    private static LocalTime time(String words) {
        return LocalTime.parse(words.length() == 4 ? "0" + words : words);
    }

    private static Need need(String words) {
        var numbers = words.split("-");
        return new Need(
                Integer.parseInt(numbers[0]),
                Integer.parseInt(numbers[1]),
                numbers.length == 3 ? Integer.valueOf(numbers[2]) : null);
    }
}
