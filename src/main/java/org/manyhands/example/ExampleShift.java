package org.manyhands.example;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.manyhands.example.ExamplePlace.DESK;
import static org.manyhands.example.ExamplePlace.GRAND_BALLROOM_III;
import static org.manyhands.example.ExamplePlace.JUNIOR_BALLROOM;
import static org.manyhands.example.ExamplePlace.MEETING_ROOM_2;
import static org.manyhands.example.ExamplePlace.ONLINE;
import static org.manyhands.example.ExamplePlace.SPRINT_ROOMS;
import static org.manyhands.example.ExampleRole.ONLINE_MODERATOR;
import static org.manyhands.example.ExampleRole.REGISTRATION_DESK;
import static org.manyhands.example.ExampleRole.SESSION_EMCEE;
import static org.manyhands.example.ExampleRole.SESSION_MANAGER;
import static org.manyhands.example.ExampleRole.SPRINT_MENTOR;
import static org.manyhands.example.ExampleRole.SWAG_BAG_STUFFING;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.manyhands.shift.Need;

/** A shift of the example conference, on a day of its week. */
record ExampleShift(
        ExampleRole role,
        ExamplePlace place,
        DayOfWeek day,
        LocalTime from,
        LocalTime to,
        Need need,
        boolean published,
        String note) {

    private static final Need ONE = Need.of(1);
    private static final Need ONE_OR_TWO = Need.between(1, 2, 2);
    private static final Need HALF_A_DAY_ONLINE = Need.between(4, 6, 8);
    private static final Need MENTORS = Need.between(2, 3, 4);

    /**
     * The rhythm of DjangoCon US 2023: talks in two rooms on Monday and Tuesday, in one on Wednesday, after a plenary
     * each morning; two days of sprints. The desk is open from 8:00 to 18:00; volunteers are asked for 23 of its hours,
     * and the organizers keep it over lunch and during the last talks.
     */
    static final List<ExampleShift> ALL = List.of(
            shift(SWAG_BAG_STUFFING, MEETING_ROOM_2, SUNDAY, "16:00", "17:00", Need.atLeast(6, 15))
                    .noting("Everybody is welcome: the more hands, the sooner the pizza."),
            //
            shift(REGISTRATION_DESK, DESK, MONDAY, "08:00", "10:00", Need.of(2))
                    .noting("The busiest two hours of the week, with an introduction at 8:00 sharp."),
            shift(REGISTRATION_DESK, DESK, MONDAY, "10:00", "12:00", ONE_OR_TWO),
            shift(REGISTRATION_DESK, DESK, MONDAY, "12:00", "14:00", ONE_OR_TWO),
            shift(REGISTRATION_DESK, DESK, MONDAY, "14:00", "16:00", ONE_OR_TWO),
            shift(REGISTRATION_DESK, DESK, MONDAY, "16:00", "18:00", ONE_OR_TWO),
            shift(REGISTRATION_DESK, DESK, TUESDAY, "08:00", "10:00", ONE_OR_TWO),
            shift(REGISTRATION_DESK, DESK, TUESDAY, "10:00", "12:00", ONE_OR_TWO),
            shift(REGISTRATION_DESK, DESK, TUESDAY, "12:00", "14:00", ONE_OR_TWO)
                    .draft(),
            shift(REGISTRATION_DESK, DESK, TUESDAY, "14:00", "16:00", ONE_OR_TWO),
            shift(REGISTRATION_DESK, DESK, TUESDAY, "16:00", "18:00", ONE_OR_TWO),
            shift(REGISTRATION_DESK, DESK, WEDNESDAY, "08:00", "10:00", ONE_OR_TWO),
            shift(REGISTRATION_DESK, DESK, WEDNESDAY, "10:00", "12:00", ONE_OR_TWO),
            shift(REGISTRATION_DESK, DESK, WEDNESDAY, "12:00", "14:00", ONE_OR_TWO)
                    .draft(),
            shift(REGISTRATION_DESK, DESK, WEDNESDAY, "17:00", "18:00", ONE)
                    .noting("Goodbyes, lost property, and packing up the desk."),
            //
            shift(SESSION_EMCEE, JUNIOR_BALLROOM, MONDAY, "09:00", "10:40", ONE)
                    .noting("Welcome, opening remarks and keynote, before everybody."),
            shift(SESSION_EMCEE, JUNIOR_BALLROOM, MONDAY, "11:10", "12:25", ONE),
            shift(SESSION_EMCEE, GRAND_BALLROOM_III, MONDAY, "11:10", "12:25", ONE),
            shift(SESSION_EMCEE, JUNIOR_BALLROOM, MONDAY, "14:05", "15:20", ONE),
            shift(SESSION_EMCEE, GRAND_BALLROOM_III, MONDAY, "14:05", "15:20", ONE),
            shift(SESSION_EMCEE, JUNIOR_BALLROOM, MONDAY, "15:55", "17:40", ONE),
            shift(SESSION_EMCEE, GRAND_BALLROOM_III, MONDAY, "15:55", "17:40", ONE),
            shift(SESSION_EMCEE, JUNIOR_BALLROOM, TUESDAY, "09:30", "10:40", ONE),
            shift(SESSION_EMCEE, JUNIOR_BALLROOM, TUESDAY, "11:10", "12:25", ONE),
            shift(SESSION_EMCEE, GRAND_BALLROOM_III, TUESDAY, "11:10", "12:25", ONE),
            shift(SESSION_EMCEE, JUNIOR_BALLROOM, TUESDAY, "14:05", "15:20", ONE),
            shift(SESSION_EMCEE, GRAND_BALLROOM_III, TUESDAY, "14:05", "15:20", ONE),
            shift(SESSION_EMCEE, JUNIOR_BALLROOM, TUESDAY, "15:55", "17:40", ONE),
            shift(SESSION_EMCEE, GRAND_BALLROOM_III, TUESDAY, "15:55", "17:40", ONE),
            shift(SESSION_EMCEE, JUNIOR_BALLROOM, WEDNESDAY, "09:30", "10:40", ONE),
            shift(SESSION_EMCEE, JUNIOR_BALLROOM, WEDNESDAY, "11:10", "12:25", ONE),
            shift(SESSION_EMCEE, JUNIOR_BALLROOM, WEDNESDAY, "14:05", "15:20", ONE),
            shift(SESSION_EMCEE, JUNIOR_BALLROOM, WEDNESDAY, "16:00", "18:00", ONE)
                    .noting("The last talks, a panel with five people on stage, and the closing remarks."),
            //
            shift(SESSION_MANAGER, JUNIOR_BALLROOM, MONDAY, "09:00", "12:30", ONE),
            shift(SESSION_MANAGER, JUNIOR_BALLROOM, MONDAY, "14:00", "15:30", ONE),
            shift(SESSION_MANAGER, JUNIOR_BALLROOM, MONDAY, "15:45", "17:45", ONE),
            shift(SESSION_MANAGER, JUNIOR_BALLROOM, TUESDAY, "09:30", "12:30", ONE),
            shift(SESSION_MANAGER, JUNIOR_BALLROOM, TUESDAY, "14:00", "15:30", ONE),
            shift(SESSION_MANAGER, JUNIOR_BALLROOM, TUESDAY, "15:45", "17:45", ONE),
            shift(SESSION_MANAGER, JUNIOR_BALLROOM, WEDNESDAY, "09:30", "12:30", ONE),
            shift(SESSION_MANAGER, JUNIOR_BALLROOM, WEDNESDAY, "14:00", "15:30", ONE),
            shift(SESSION_MANAGER, JUNIOR_BALLROOM, WEDNESDAY, "15:45", "18:00", ONE),
            //
            shift(ONLINE_MODERATOR, ONLINE, MONDAY, "09:00", "13:20", HALF_A_DAY_ONLINE),
            shift(ONLINE_MODERATOR, ONLINE, MONDAY, "13:20", "18:10", HALF_A_DAY_ONLINE),
            shift(ONLINE_MODERATOR, ONLINE, TUESDAY, "09:30", "13:20", HALF_A_DAY_ONLINE),
            shift(ONLINE_MODERATOR, ONLINE, TUESDAY, "13:20", "18:30", HALF_A_DAY_ONLINE),
            shift(ONLINE_MODERATOR, ONLINE, WEDNESDAY, "09:00", "13:20", HALF_A_DAY_ONLINE),
            shift(ONLINE_MODERATOR, ONLINE, WEDNESDAY, "13:20", "18:00", HALF_A_DAY_ONLINE),
            //
            shift(SPRINT_MENTOR, SPRINT_ROOMS, THURSDAY, "09:00", "13:00", MENTORS),
            shift(SPRINT_MENTOR, SPRINT_ROOMS, THURSDAY, "13:00", "17:00", MENTORS),
            shift(SPRINT_MENTOR, SPRINT_ROOMS, FRIDAY, "09:00", "13:00", MENTORS),
            shift(SPRINT_MENTOR, SPRINT_ROOMS, FRIDAY, "13:00", "17:00", MENTORS));

    private static ExampleShift shift(
            ExampleRole role, ExamplePlace place, DayOfWeek day, String from, String to, Need need) {
        return new ExampleShift(role, place, day, LocalTime.parse(from), LocalTime.parse(to), need, true, "");
    }

    private ExampleShift noting(String note) {
        return new ExampleShift(role, place, day, from, to, need, published, note);
    }

    private ExampleShift draft() {
        return new ExampleShift(
                role, place, day, from, to, need, false, "Only if no organizer can keep the desk over lunch.");
    }

    static ExampleShift at(ExampleRole role, ExamplePlace place, DayOfWeek day, String from) {
        return ALL.stream()
                .filter(shift -> shift.role == role && shift.place == place && shift.day == day)
                .filter(shift -> shift.from.equals(LocalTime.parse(from)))
                .findFirst()
                .orElseThrow();
    }
}
