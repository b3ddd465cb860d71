package org.manyhands.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.Given;
import org.manyhands.GivenTalks;
import org.manyhands.IntegrationTest;
import org.manyhands.SignedInAs;
import org.manyhands.conference.Conference;
import org.manyhands.conference.Place;
import org.manyhands.conference.RolesInSight;
import org.manyhands.role.Role;
import org.manyhands.shared.TimeRange;
import org.manyhands.shift.Need;
import org.manyhands.shift.Shift;
import org.manyhands.shift.Timeslot;
import org.manyhands.shift.Timeslots;
import org.manyhands.volunteer.Profile;
import org.manyhands.volunteer.Suits;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What somebody who runs the conference reads while it runs. */
@IntegrationTest
class NowTests {

    @Autowired
    private Given given;

    @Autowired
    private GivenTalks talks;

    @Autowired
    private Timeslots timeslots;

    @Autowired
    private NowRoster roster;

    @Autowired
    private PeopleSearch search;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private Conference conference;
    private Organizer organizer;
    private Role desk;
    private Place lobby;
    private Instant now;

    @BeforeEach
    void open() {
        conference = given.conference();
        organizer = Organizer.of(conference, given, mvc);
        desk = given.role(conference, "Registration desk");
        lobby = given.place(conference, "Lobby");
        now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    @Test
    void saysThatNothingIsOn() {
        assertThat(organizer.reads("/roster/now"))
                .contains("Nobody is missing right now", "Nothing is on, and nothing begins within two hours");
    }

    @Test
    void tellsWhoIsMissingWhoIsHereWhoIsToComeAndWhoLeaves() {
        var begun = shift(-30, 40, Need.of(3));
        var soon = shift(60, 120, Need.of(1));
        var later = shift(180, 240, Need.of(1));
        on(begun, given.volunteer(conference, "Mia Missing"), "EXPECTED");
        on(begun, given.volunteer(conference, "Hera Here"), "ARRIVED");
        on(begun, given.volunteer(conference, "Nora Noshow"), "NO_SHOW");
        on(soon, given.volunteer(conference, "Sona Soon"), "EXPECTED");
        on(later, given.volunteer(conference, "Lara Later"), "EXPECTED");
        assertThat(organizer.reads("/roster/now"))
                .contains("One person is missing right now", "Missing 1", "Expected 1", "Here 1", "Leaving 3")
                .containsSubsequence(
                        "nobody has seen them", "Mia Missing", "Find cover", "Expected within two hours", "Sona Soon")
                .containsSubsequence(
                        "Here", "Hera Here", "Here since", "Leaving within the hour", "Nora Noshow", "Did not come")
                .doesNotContain("Lara Later");
    }

    @Test
    void saysWhoComesAfterWhomAndWhereNobodyDoes() {
        var first = shift(-60, 20, Need.of(1));
        on(first, given.volunteer(conference, "Ida Moreau"), "ARRIVED");
        assertThat(organizer.reads("/roster/now")).contains("Nobody comes after: this is the last one here.");
        var second = shift(20, 80, Need.of(1));
        assertThat(organizer.reads("/roster/now")).contains("▲ Nobody comes after: ", " has nobody yet. Find cover");
        on(second, given.volunteer(conference, "Jun Ito"), "EXPECTED");
        assertThat(organizer.reads("/roster/now")).contains(": Jun Ito").doesNotContain("Nobody comes");
        assertThat(organizer.reads("/roster?by=place&day=all"))
                .containsSubsequence("Lobby", "Ida Moreau", "Then, ", "Jun Ito", "Nobody comes after");
    }

    @Test
    void saysWhoComesAfterAPauseAndForWhomPlacesAreHeld() {
        on(shift(-60, 20, Need.of(1)), given.volunteer(conference, "Ida Moreau"), "ARRIVED");
        var afterAPause = shift(90, 150, Need.of(2));
        jdbc.sql("update shift set reserved = 1, reserved_for = 'The sponsor' where shift_id = ?")
                .param(afterAPause.id().shiftId())
                .update();
        assertThat(organizer.reads("/roster/now")).contains("Nobody comes straight after. Next, ", ": The sponsor");
        assertThat(organizer.reads("/roster?day=all")).contains("One place held", "The sponsor");
    }

    @Test
    void reachesPeopleByATapAndNamesTheTalksMeanwhile() {
        var begun = shift(-10, 50, Need.of(1));
        var account = given.account("tap-" + Given.number() + "@volunteers.example");
        var ida = given.volunteer(
                conference,
                account,
                new Profile(
                        "Ida Moreau",
                        "",
                        "@ida",
                        "+1 919 555 0142",
                        Suits.EITHER,
                        Set.of(),
                        null,
                        null,
                        Set.of(),
                        false));
        on(begun, ida, "EXPECTED");
        jdbc.sql("update conference set chat_url = 'https://chat.example' where conference_id = ?")
                .param(conference.id().conferenceId())
                .update();
        var talk = talks.talk(conference, "Opening keynote", "09:00", "10:00", lobby);
        jdbc.sql("update talk set starts_at = ?, ends_at = ?, speakers = array['Ada Lovelace'] where talk_id = ?")
                .params(Timestamp.from(now), Timestamp.from(now.plusSeconds(900)), talk)
                .update();
        assertThat(organizer.opens("/roster/now"))
                .contains("href=\"tel:+19195550142\"", "href=\"mailto:tap-", "href=\"https://chat.example\"")
                .contains("Opening keynote", "Ada Lovelace");
    }

    @Test
    void refreshesItselfOnlyWhereAsked() {
        assertThat(page("").getResponse().getHeader("Refresh")).isNull();
        assertThat(page("?refresh=true").getResponse().getHeader("Refresh")).isEqualTo("60");
        assertThat(page("?refresh=true"))
                .bodyText()
                .contains("Leave it as it is")
                .doesNotContain("name=\"q\"");
    }

    @Test
    void findsPeopleFromThreeLetters() {
        on(shift(60, 120, Need.of(1)), given.volunteer(conference, "Ida Moreau"), "EXPECTED");
        given.volunteer(conference, "Idabel Free");
        given.volunteer(given.conference(), "Ida Elsewhere");
        assertThat(organizer.reads("/roster/now?q=id"))
                .contains("Type at least three letters")
                .doesNotContain("Moreau");
        assertThat(organizer.reads("/roster/now?q=IDA"))
                .contains(
                        "2 people are found",
                        "Ida Moreau",
                        "Registration desk, Lobby",
                        "Idabel Free",
                        "No shift to come")
                .doesNotContain("Elsewhere");
    }

    @Test
    void showsALeadTheirOwnRolesOnly() {
        var theirs = shift(-10, 50, Need.of(1));
        on(theirs, given.volunteer(conference, "Ida Moreau"), "EXPECTED");
        var other = new RolesInSight(
                Set.of(given.role(conference, "Session emcee").id().roleId()));
        var own = new RolesInSight(Set.of(desk.id().roleId()));
        assertThat(roster.around(now, conference.id(), own)).hasSize(1);
        assertThat(roster.around(now, conference.id(), other)).isEmpty();
        assertThat(search.by("Ida", conference.id(), own, now)).hasSize(1);
        assertThat(search.by("Ida", conference.id(), other, now)).isEmpty();
    }

    private MvcTestResult page(String query) {
        return mvc.get()
                .uri("/" + conference.slug() + "/organize/roster/now" + query)
                .with(SignedInAs.account(organizer.account()))
                .exchange();
    }

    private Shift shift(int fromMinute, int toMinute, Need need) {
        var during = new TimeRange(now.plus(Duration.ofMinutes(fromMinute)), now.plus(Duration.ofMinutes(toMinute)));
        var slot = timeslots.saveAndFlush(new Timeslot(conference.id(), "", during));
        return given.shift(conference, slot, desk, lobby, need);
    }

    private void on(Shift shift, VolunteerId volunteer, String attendance) {
        jdbc.sql("""
                        insert into signup (signup_id, conference_id, shift_id, volunteer_id, busy, state, request_id,
                                            signed_up_at, attendance, arrived_at)
                        select gen_random_uuid(), conference_id, shift_id, :volunteer, busy, 'CONFIRMED', gen_random_uuid(),
                               now(), :attendance, case when :attendance = 'ARRIVED' then now() end
                        from shift where shift_id = :shift
                        """)
                .param("volunteer", volunteer.volunteerId())
                .param("attendance", attendance)
                .param("shift", shift.id().shiftId())
                .update();
        jdbc.sql("""
                        insert into mail (mail_id, conference_id, kind, about, about_version, recipient, subject, text_body,
                            message_id, written_at, next_try_at, not_after)
                        select signup_id, conference_id, 'YOU_ARE_IN', signup_id, version, 'nobody@volunteers.example', 'In',
                            'In', signup_id::text, now(), now(), now() + interval '1 day'
                        from signup where volunteer_id = ? on conflict do nothing
                        """).param(volunteer.volunteerId()).update();
    }
}
