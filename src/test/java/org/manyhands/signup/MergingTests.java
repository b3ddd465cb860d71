package org.manyhands.signup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.AtOnce;
import org.manyhands.Given;
import org.manyhands.GivenTalks;
import org.manyhands.IntegrationTest;
import org.manyhands.Organizer;
import org.manyhands.conference.Conference;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.RolesInSight;
import org.manyhands.operations.Invariants;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shared.NotFound;
import org.manyhands.shift.Need;
import org.manyhands.shift.Shift;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Ana walked in, and then registered: one person of the two, who is in one place at a time. */
@IntegrationTest
class MergingTests {

    @Autowired
    private Given given;

    @Autowired
    private GivenTalks talks;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private WalkingIn walkingIn;

    @Autowired
    private Merging merging;

    @Autowired
    private SignupService signups;

    @Autowired
    private Clearing clearing;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Invariants invariants;

    private Conference conference;
    private Organizer organizer;
    private Shift morning;
    private Shift overlapping;
    private Shift evening;
    private VolunteerId ana;

    @BeforeEach
    void open() {
        conference = given.conference();
        organizer = new Organizer(mvc, given.organizer(conference), conference);
        morning = given.shift(conference, "08:00", "10:00", Need.of(2));
        overlapping = given.shift(conference, "09:00", "11:00", Need.of(1));
        evening = given.shift(conference, "18:00", "20:00", Need.of(1));
        ana = given.volunteer(conference, "Ana Silva");
    }

    @AfterEach
    void nothingIsAmiss() {
        invariants.assertHoldIn(conference);
    }

    @Test
    void makesOnePersonWithTheShiftsOfBoth() {
        given.signUp(ana, morning);
        var walkedIn = walksIn("Ana S", "+1 919 555 0123", evening);
        var talk = talks.talk(conference, "Keynote", "12:00", "13:00", given.place(conference, "Hall"));
        talks.star(walkedIn, talk);
        assertThat(organizer.get(at(walkedIn)))
                .hasStatusOk()
                .bodyText()
                .contains("Who is the same person as Ana S?", "Ana Silva", "Registered");
        assertThat(organizer.get(at(walkedIn) + "?with=" + ana.volunteerId()))
                .hasStatusOk()
                .bodyText()
                .contains("Is Ana S, who walked in, Ana Silva?", "Yes, make them one person")
                .doesNotContain("Nobody can be in two places");
        var merged = organizer.post(at(walkedIn), "with", ana.volunteerId().toString());
        assertThat(organizer.follow(merged)).bodyText().contains("one person now");
        assertThat(held(ana))
                .containsExactlyInAnyOrder(morning.id().shiftId(), evening.id().shiftId());
        assertThat(exists(walkedIn)).isFalse();
        assertThat(jdbc.sql("select phone from volunteer where volunteer_id = ?")
                        .param(ana.volunteerId())
                        .query(String.class)
                        .single())
                .isEqualTo("+1 919 555 0123");
        assertThat(jdbc.sql("select talk_id from star where volunteer_id = ?")
                        .param(ana.volunteerId())
                        .query(UUID.class)
                        .list())
                .containsExactly(talk);
        assertThat(Organizer.audited(jdbc, ana.volunteerId()))
                .anyMatch(line -> line.startsWith("volunteer.merged") && line.contains("Ana S"));
        assertThat(jdbc.sql("select count(*) from mail where conference_id = ? and kind = 'YOU_ARE_IN'")
                        .param(conference.id().conferenceId())
                        .query(Integer.class)
                        .single())
                .as("who inherits a shift is told of it")
                .isEqualTo(2);
    }

    @Test
    void refusesWithNamesWhereTwoShiftsOverlap() {
        given.signUp(ana, morning);
        var walkedIn = walksIn("Ana S", "", overlapping);
        var refused = organizer.post(at(walkedIn), "with", ana.volunteerId().toString());
        assertThat(organizer.follow(refused))
                .bodyText()
                .contains("shifts of the two overlap", "Nobody can be in two places. Which shifts stay?")
                .contains("8:00 – 10:00, and ", "9:00 – 11:00");
        assertThat(held(ana)).containsExactly(morning.id().shiftId());
        assertThat(held(walkedIn)).containsExactly(overlapping.id().shiftId());
    }

    @Test
    void keepsTheShiftsOfWhomTheOrganizerChooses() {
        given.signUp(ana, morning);
        var first = walksIn("Ana S", "", overlapping);
        organizer.post(at(ana), "with", first.volunteerId().toString(), "keep", "OF_KEPT");
        assertThat(held(ana)).containsExactly(morning.id().shiftId());
        var second = walksIn("Ana S", "", overlapping);
        organizer.post(at(ana), "with", second.volunteerId().toString(), "keep", "OF_GONE");
        assertThat(held(ana)).containsExactly(overlapping.id().shiftId());
        assertThat(jdbc.sql("select count(*) from mail where conference_id = ? and kind = 'SHIFT_REMOVED'")
                        .param(conference.id().conferenceId())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void needsOnePlaceOnAShiftThatBothHave() {
        given.signUp(ana, morning);
        var waiting = given.volunteer(conference);
        var walkedIn = walksIn("Ana S", "", morning);
        jdbc.sql("update signup set attendance = 'ARRIVED', arrived_at = now() where volunteer_id = ?")
                .param(walkedIn.volunteerId())
                .update();
        signups.signUpOrWait(waiting, morning.id(), UUID.randomUUID());
        organizer.post(at(ana), "with", walkedIn.volunteerId().toString());
        assertThat(held(ana)).containsExactly(morning.id().shiftId());
        assertThat(held(waiting))
                .as("the place that is free now")
                .containsExactly(morning.id().shiftId());
        assertThat(jdbc.sql("select attendance from signup where volunteer_id = ? and state = 'CONFIRMED'")
                        .param(ana.volunteerId())
                        .query(String.class)
                        .single())
                .isEqualTo("ARRIVED");
    }

    @Test
    void takesWhoWaitedOutOfTheLine() {
        var walkedIn = walksIn("Ana S", "", evening);
        signups.signUpOrWait(ana, evening.id(), UUID.randomUUID());
        organizer.post(at(ana), "with", walkedIn.volunteerId().toString());
        assertThat(held(ana)).containsExactly(evening.id().shiftId());
        assertThat(jdbc.sql("select waiting from shift where shift_id = ?")
                        .param(evening.id().shiftId())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** What was called off before was told to nobody, and is on record all the same. */
    @Test
    void inheritsWhatWasCancelledBefore() {
        var walkedIn = walksIn("Ana S", "", evening);
        clearing.cancel(conference.id(), evening.id());
        organizer.post(at(ana), "with", walkedIn.volunteerId().toString());
        assertThat(jdbc.sql("select removed_because from signup where volunteer_id = ?")
                        .param(ana.volunteerId())
                        .query(String.class)
                        .single())
                .isEqualTo("CANCELLED");
    }

    @Test
    void neverMergesTwoWhoSignInOrAreElsewhere() {
        var other = given.volunteer(conference, "Ana Silva");
        assertThat(organizer.get(at(ana) + "?with=" + other.volunteerId())).hasStatus(404);
        assertThatThrownBy(() -> merging.merge(conference.id(), ana, other, null))
                .isInstanceOf(FormRefusal.class);
        var elsewhere = given.conference();
        var stranger = VolunteerId.next();
        walkingIn.onto(
                given.shift(elsewhere, "08:00", "10:00", Need.of(2)).id(),
                new WalkingIn.Person(stranger, "Ana Silva", ""),
                "",
                ConferencePage.of(elsewhere),
                RolesInSight.EVERY);
        assertThat(organizer.get(at(stranger))).hasStatus(404);
        assertThat(organizer.post(at(ana), "with", stranger.volunteerId().toString()))
                .hasStatus(404);
        assertThatThrownBy(() -> merging.merge(elsewhere.id(), ana, stranger, null))
                .isInstanceOf(NotFound.class);
        assertThat(exists(stranger)).isTrue();
    }

    /** She registers and takes a shift while an organizer merges: whoever is second finds what the first has done. */
    @Test
    void neverPutsHerInTwoPlacesWhileSheSignsUp() {
        for (var round = 0; round < 15; round++) {
            var mine = given.shift(conference, "12:00", "13:00", Need.of(1));
            var theirs = given.shift(conference, "12:30", "13:30", Need.of(1));
            var person = given.volunteer(conference);
            var walkedIn = walksIn("Ana S", "", theirs);
            var refused = AtOnce.each(List.of(true, false), merges -> {
                try {
                    if (merges) {
                        merging.merge(conference.id(), walkedIn, person, null);
                    } else {
                        signups.signUp(person, List.of(mine.id()), UUID.randomUUID());
                    }
                    return false;
                } catch (FormRefusal overlap) {
                    return true;
                }
            });
            assertThat(held(person)).hasSize(1);
            assertThat(exists(walkedIn)).isEqualTo(refused.getFirst());
        }
    }

    @Test
    void keepsWhatEitherWasGivenAndWhatIsNotedOfEither() {
        var shift = given.shift(conference, "08:00", "10:00", Need.of(2));
        var walkedIn = walksIn("Ana S", "", shift);
        var person = given.volunteer(conference);
        jdbc.sql("""
                        insert into role_clearance (role_clearance_id, conference_id, volunteer_id, role_id, state, asked_at,
                                                    decided_at, granted_at)
                        select gen_random_uuid(), :conference, volunteer, :role, state, now(), decided, granted
                        from (values (:gone, 'GRANTED', now(), now()), (:kept, 'ASKED', null, null))
                             as given (volunteer, state, decided, granted)
                        """)
                .param("conference", conference.id().conferenceId())
                .param("role", shift.roleId().roleId())
                .param("gone", walkedIn.volunteerId())
                .param("kept", person.volunteerId())
                .update();
        jdbc.sql("""
                        insert into volunteer_note (volunteer_note_id, conference_id, volunteer_id, written_by, written_at, words)
                        select gen_random_uuid(), :conference, :gone, account_id, now(), 'Ask her again'
                        from team_member where conference_id = :conference
                        """)
                .param("conference", conference.id().conferenceId())
                .param("gone", walkedIn.volunteerId())
                .update();
        merging.merge(conference.id(), walkedIn, person, null);
        assertThat(jdbc.sql("""
                        select state || ' ' || words from role_clearance join volunteer_note using (volunteer_id)
                        where volunteer_id = ?
                        """).param(person.volunteerId()).query(String.class).list())
                .containsExactly("GRANTED Ask her again");
    }

    /** A table that comes to refer to volunteers has to say what becomes of its rows: moved on {@code PeopleMerged}, or deleted. */
    @Test
    void knowsEveryTableThatRefersToVolunteers() {
        assertThat(jdbc.sql("""
                        select conrelid::regclass::text || ' ' || confdeltype::text from pg_constraint
                        where confrelid = 'volunteer'::regclass and contype = 'f'
                        """).query(String.class).set())
                .as(
                        "a = kept by the database: move its rows in Merging; c = goes along: moved on PeopleMerged, or of no use")
                .containsExactlyInAnyOrder(
                        "signup a",
                        "role_wish c",
                        "star c",
                        "shift_ask c",
                        "role_clearance c",
                        "volunteer_note c",
                        "mail_refusal c",
                        "volunteer_letter c",
                        "feedback c",
                        "calendar_feed c",
                        "announcement_recipient c");
    }

    private VolunteerId walksIn(String name, String phone, Shift shift) {
        var id = VolunteerId.next();
        walkingIn.onto(
                shift.id(),
                new WalkingIn.Person(id, name, phone),
                "",
                ConferencePage.of(conference),
                RolesInSight.EVERY);
        return id;
    }

    private static String at(VolunteerId volunteer) {
        return "/volunteers/" + volunteer.volunteerId() + "/merge";
    }

    private boolean exists(VolunteerId volunteer) {
        return jdbc.sql("select exists (select from volunteer where volunteer_id = ?)")
                .param(volunteer.volunteerId())
                .query(Boolean.class)
                .single();
    }

    private List<UUID> held(VolunteerId volunteer) {
        return jdbc.sql("select shift_id from signup where volunteer_id = ? and state = 'CONFIRMED'")
                .param(volunteer.volunteerId())
                .query(UUID.class)
                .list();
    }
}
