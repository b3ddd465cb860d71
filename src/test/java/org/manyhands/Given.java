package org.manyhands;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.manyhands.account.AccountId;
import org.manyhands.account.Accounts;
import org.manyhands.account.EmailAddress;
import org.manyhands.conference.Conference;
import org.manyhands.conference.Conferences;
import org.manyhands.conference.Contact;
import org.manyhands.conference.Place;
import org.manyhands.conference.Places;
import org.manyhands.conference.Team;
import org.manyhands.role.Role;
import org.manyhands.role.Roles;
import org.manyhands.role.Setting;
import org.manyhands.shared.TimeRange;
import org.manyhands.shift.Need;
import org.manyhands.shift.Shift;
import org.manyhands.shift.ShiftId;
import org.manyhands.shift.Shifts;
import org.manyhands.shift.Timeslot;
import org.manyhands.shift.Timeslots;
import org.manyhands.signup.Leaving;
import org.manyhands.signup.SignupService;
import org.manyhands.volunteer.Profile;
import org.manyhands.volunteer.Registry;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.boot.test.context.TestComponent;

/** Makes what a test needs to be there; every conference is its own, so that tests do not meet. */
@TestComponent
public class Given {

    private static final AtomicInteger MADE = new AtomicInteger();

    private final Conferences conferences;
    private final Team team;
    private final Places places;
    private final Roles roles;
    private final Timeslots timeslots;
    private final Shifts shifts;
    private final Registry registry;
    private final SignupService signups;
    private final Leaving leaving;
    private final Accounts accounts;
    private final Clock clock;

    Given(
            Conferences conferences,
            Team team,
            Places places,
            Roles roles,
            Timeslots timeslots,
            Shifts shifts,
            Registry registry,
            SignupService signups,
            Leaving leaving,
            Accounts accounts,
            Clock clock) {
        this.conferences = conferences;
        this.team = team;
        this.places = places;
        this.roles = roles;
        this.timeslots = timeslots;
        this.shifts = shifts;
        this.registry = registry;
        this.signups = signups;
        this.leaving = leaving;
        this.accounts = accounts;
        this.clock = clock;
    }

    public static int number() {
        return MADE.incrementAndGet();
    }

    /** A published conference of five days, a month ahead, in Durham. */
    public Conference conference() {
        var conference = unpublishedConference();
        conference.publish();
        return conferences.saveAndFlush(conference);
    }

    public Conference unpublishedConference() {
        var slug = "conference-" + number();
        var firstDay = LocalDate.ofInstant(clock.instant(), ZoneId.of("America/New_York"))
                .plusDays(30);
        return conferences.saveAndFlush(new Conference(
                slug,
                "Conference " + slug,
                "Durham",
                firstDay,
                firstDay.plusDays(4),
                ZoneId.of("America/New_York"),
                new Contact("Priya Raman", "volunteers@conference.example", "+1 919 555 0100"),
                "https://conference.example/conduct"));
    }

    public Conference save(Conference conference) {
        return conferences.saveAndFlush(conference);
    }

    public Role role(Conference conference, String name) {
        return roles.saveAndFlush(
                new Role(conference.id(), slug(name), name, "Help with " + name.toLowerCase(), Setting.PEOPLE));
    }

    public Place place(Conference conference, String name) {
        return places.saveAndFlush(new Place(conference.id(), slug(name), name, ""));
    }

    /** Hours of the conference's first day, in its zone. */
    public Timeslot timeslot(Conference conference, String from, String to) {
        return timeslots.saveAndFlush(new Timeslot(conference.id(), "", range(conference, from, to)));
    }

    /** Hours of a later day, counted from the first. */
    public Timeslot timeslot(Conference conference, int daysLater, String from, String to) {
        var day = conference.firstDay().plusDays(daysLater);
        return timeslots.saveAndFlush(new Timeslot(
                conference.id(), "", new TimeRange(at(day, from, conference.zone()), at(day, to, conference.zone()))));
    }

    public TimeRange range(Conference conference, String from, String to) {
        return new TimeRange(at(conference, from), at(conference, to));
    }

    private static Instant at(Conference conference, String time) {
        return at(conference.firstDay(), time, conference.zone());
    }

    private static Instant at(LocalDate day, String time, ZoneId zone) {
        return day.atTime(LocalTime.parse(time)).atZone(zone).toInstant();
    }

    /** A published shift with a timeslot, a role and a place of its own. */
    public Shift shift(Conference conference, String from, String to, Need need) {
        var number = number();
        return shift(
                conference,
                timeslots.saveAndFlush(new Timeslot(conference.id(), "Slot " + number, range(conference, from, to))),
                role(conference, "Role " + number),
                place(conference, "Place " + number),
                need);
    }

    public Shift shift(Conference conference, Timeslot timeslot, Role role, Place place, Need need) {
        var shift = new Shift(timeslot, role.id(), place.id(), need, Duration.ZERO);
        shift.publish();
        return shifts.saveAndFlush(shift);
    }

    /** One after the other, sixty a day, of one role at one place; made at once, for races of hundreds of rounds. */
    public List<ShiftId> shiftsInARow(Conference conference, int count, Need need) {
        var slots = timeslots.saveAllAndFlush(IntStream.range(0, count)
                .mapToObj(i -> new Timeslot(conference.id(), "", inARow(conference, i)))
                .toList());
        var role = role(conference, "Role " + number());
        var place = place(conference, "Place " + number());
        var made = slots.stream()
                .map(slot -> new Shift(slot, role.id(), place.id(), need, Duration.ZERO))
                .toList();
        made.forEach(Shift::publish);
        return shifts.saveAllAndFlush(made).stream().map(Shift::id).toList();
    }

    private static TimeRange inARow(Conference conference, int number) {
        var day = conference.firstDay().plusDays(number / 60);
        var from = at(day, "00:00", conference.zone()).plus(Duration.ofMinutes(number % 60 * 20));
        return new TimeRange(from, from.plus(Duration.ofMinutes(19)));
    }

    public Shift save(Shift shift) {
        return shifts.saveAndFlush(shift);
    }

    public VolunteerId volunteer(Conference conference) {
        return volunteer(conference, "Volunteer " + number());
    }

    public VolunteerId volunteer(Conference conference, String name) {
        return volunteer(conference, account(slug(name) + "-" + number() + "@volunteers.example"), Profile.named(name));
    }

    public VolunteerId volunteer(Conference conference, AccountId account, Profile profile) {
        return registry.register(conference.id(), account, profile, clock.instant());
    }

    public List<VolunteerId> volunteers(Conference conference, int count) {
        return IntStream.range(0, count).mapToObj(i -> volunteer(conference)).toList();
    }

    public void signUp(VolunteerId volunteer, Shift... wanted) {
        signups.signUp(volunteer, Stream.of(wanted).map(Shift::id).toList(), UUID.randomUUID());
    }

    public void withdraw(VolunteerId volunteer, Shift... held) {
        leaving.leave(volunteer, Stream.of(held).map(Shift::id).toList());
    }

    public AccountId account(String email) {
        return accounts.register(EmailAddress.of(email), clock.instant()).id();
    }

    public AccountId organizer(Conference conference) {
        var account = account("organizer-" + number() + "@team.example");
        team.own(conference.id(), account, clock.instant());
        return account;
    }

    private static String slug(String name) {
        return name.toLowerCase().replaceAll("[^a-z0-9]+", "-");
    }
}
