package org.manyhands.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.conference.Conference;
import org.manyhands.conference.ConferencePage;
import org.manyhands.role.Role;
import org.manyhands.role.Roles;
import org.manyhands.shift.Need;
import org.manyhands.shift.Shift;
import org.manyhands.signup.Leaving;
import org.manyhands.signup.SignupService;
import org.manyhands.volunteer.Profile;
import org.manyhands.volunteer.Suits;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Who is where: by day, by role and by volunteer. */
@IntegrationTest
class RosterTests {

    @Autowired
    private Given given;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Roles roles;

    @Autowired
    private SignupService signups;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Leaving leaving;

    private Conference conference;
    private Organizer organizer;
    private Role desk;
    private Shift morning;
    private Shift talks;
    private VolunteerId ida;

    @BeforeEach
    void openConference() {
        conference = given.conference();
        organizer = Organizer.of(conference, given, mvc);
        desk = given.role(conference, "Registration desk");
        var lobby = given.place(conference, "Lobby");
        morning = given.shift(
                conference, given.timeslot(conference, "08:00", "10:00"), desk, lobby, Need.between(1, 2, 2));
        talks = given.shift(
                conference,
                given.timeslot(conference, 1, "09:00", "11:30"),
                given.role(conference, "Session emcee"),
                lobby,
                Need.of(1));
        ida = given.volunteer(
                conference,
                given.account("ida-" + Given.number() + "@example.org"),
                new Profile(
                        "Ida Moreau",
                        "she/her",
                        "@ida",
                        "+1 919 555 0142",
                        Suits.QUIET,
                        Set.of(),
                        4,
                        null,
                        Set.of(),
                        false));
    }

    @Test
    void goesThroughDaysAndTimeslotsInTheirOrder() {
        given.signUp(ida, morning);
        assertThat(organizer.reads("/roster?by=day"))
                .containsSubsequence(
                        "Who is where",
                        "8:00 – 10:00",
                        "Registration desk",
                        "Lobby",
                        "1 of 2 wanted, at least 1",
                        "△ One more wanted",
                        "Ida Moreau (she/her)",
                        "9:00 – 11:30",
                        "Session emcee",
                        "▲ Needs 1 to open",
                        "Nobody yet.");
    }

    @Test
    void tellsHowToReachPeople() {
        given.signUp(ida, morning);
        assertThat(organizer.opens("/roster"))
                .contains("href=\"mailto:ida-", "href=\"tel:+19195550142\"", "+1 919 555 0142", "@ida", "…0142");
    }

    @Test
    void goesThroughRolesAndTheirDays() {
        given.signUp(ida, morning);
        assertThat(organizer.reads("/roster?by=role"))
                .containsSubsequence("Registration desk", "8:00 – 10:00", "Lobby", "Ida Moreau", "Session emcee");
    }

    @Test
    void goesThroughVolunteersWithTheirHours() {
        given.volunteer(conference, "Bo Li");
        saysAtMost(ida, 5);
        given.signUp(ida, morning, talks);
        saysAtMost(ida, 4);
        assertThat(organizer.reads("/roster?by=volunteer"))
                .containsSubsequence(
                        "Bo Li",
                        "No shift yet",
                        "Ida Moreau",
                        "4 h 30 min in 2 shifts",
                        "△ Said at most 4 h",
                        "8:00 – 10:00",
                        "Registration desk, Lobby",
                        "9:00 – 11:30",
                        "Session emcee, Lobby");
    }

    @Test
    void marksAPlaceThatIsOnlyOfferedAndCountsItForNobody() {
        saysAtMost(ida, 2);
        given.signUp(ida, morning);
        jdbc.sql("""
                        insert into signup (signup_id, conference_id, shift_id, volunteer_id, busy, state, request_id,
                                            signed_up_at, offered_until)
                        select gen_random_uuid(), conference_id, shift_id, ?, busy, 'OFFERED', gen_random_uuid(),
                               lower(busy), lower(busy)
                        from shift where shift_id = ?
                        """).params(ida.volunteerId(), talks.id().shiftId()).update();
        assertThat(organizer.reads("/roster"))
                .containsSubsequence("Registration desk", "Ida Moreau (she/her) ida-", "Session emcee")
                .containsSubsequence("Session emcee", "Ida Moreau (she/her) Offered, no answer yet");
        assertThat(organizer.reads("/roster?by=volunteer"))
                .contains("2 h in one shift, at most 2 h", "Session emcee, Lobby Offered, no answer yet")
                .doesNotContain("Lobby Offered, no answer yet 9:00", "Said at most");
    }

    @Test
    void marksADayWithMoreHoursThanTheyOrTheConferenceWant() {
        var noon = given.shift(conference, "12:00", "15:00", Need.of(1));
        saysAtMost(ida, 10);
        given.signUp(ida, morning, noon, talks);
        assertThat(organizer.reads("/roster?by=volunteer")).doesNotContain("h a day");
        saysADayAtMost("conference", 4);
        assertThat(organizer.reads("/roster?by=volunteer"))
                .containsOnlyOnce(
                        ConferencePage.of(conference).times().day(conference.firstDay()) + ": 5 h, at most 4 h a day")
                .containsOnlyOnce("h a day");
        saysADayAtMost("volunteer", 2);
        assertThat(organizer.reads("/roster?by=volunteer"))
                .contains(": 5 h, at most 2 h a day", ": 2 h 30 min, at most 2 h a day");
    }

    @Test
    void namesWhoCoversWhereNobodyIs() {
        var emcee = roles.findById(talks.roleId()).orElseThrow();
        emcee.coverBy(desk.id());
        roles.saveAndFlush(emcee);
        assertThat(organizer.reads("/roster")).contains("Nobody yet. Registration desk covers.");
    }

    @Test
    void showsPlacesHeldAndForWhom() {
        morning.reserve(1, "the sponsor");
        given.save(morning);
        assertThat(organizer.reads("/roster")).contains("One place held: the sponsor", "1 of 2 wanted");
    }

    @Test
    void marksDraftsAndShowsThem() {
        talks.keepAsDraft();
        given.save(talks);
        assertThat(organizer.reads("/roster")).containsSubsequence("Session emcee Draft Lobby");
    }

    @Test
    void forgetsWhoWithdrew() {
        given.signUp(ida, morning);
        leaving.leave(ida, List.of(morning.id()));
        assertThat(organizer.reads("/roster")).doesNotContain("Ida Moreau");
        assertThat(organizer.reads("/roster?by=volunteer"))
                .contains("Ida Moreau")
                .doesNotContain("8:00 – 10:00");
    }

    @Test
    void showsTheDayAskedFor() {
        given.signUp(ida, morning);
        var second = conference.firstDay().plusDays(1);
        assertThat(organizer.reads("/roster?day=" + second))
                .contains("9:00 – 11:30")
                .doesNotContain("8:00 – 10:00", "Ida Moreau");
        assertThat(organizer.reads("/roster?by=volunteer&day=" + second)).contains("Nothing is like that.");
    }

    @Test
    void showsTheRoleAskedFor() {
        assertThat(organizer.reads("/roster?role=session-emcee"))
                .contains("9:00 – 11:30")
                .doesNotContain("8:00 – 10:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ida%20moreau", "IDA-", "919%20555%200142", "5550142", "@ida"})
    void findsPeopleByWhatOneKnowsOfThem(String q) {
        given.signUp(ida, morning);
        given.signUp(given.volunteer(conference, "Bo Li"), talks);
        assertThat(organizer.reads("/roster?q=" + q)).contains("Ida Moreau").doesNotContain("Bo Li");
        assertThat(organizer.reads("/roster?by=volunteer&q=" + q))
                .contains("Ida Moreau")
                .doesNotContain("Bo Li");
        assertThat(organizer.reads("/volunteers?q=" + q)).contains("Ida Moreau").doesNotContain("Bo Li");
    }

    @ParameterizedTest
    @ValueSource(strings = {"by=x", "day=x", "day=+999999999-12-31", "role=%00", "q=%00", "day=2026-02-30", "q=%20"})
    void ignoresWhatCannotBeRead(String asked) {
        assertThat(organizer.reads("/roster?" + asked)).contains("8:00 – 10:00", "9:00 – 11:30");
    }

    @ParameterizedTest
    @ValueSource(strings = {"day=2001-01-01", "role=juggler", "q=nobody", "q=%25", "q=%7Bx%7D", "role=%7Bx%7D&by=role"})
    void isEmptyWithAWordWhereNothingIsLikeThat(String asked) {
        assertThat(organizer.reads("/roster?" + asked)).contains("Nothing is like that. Show the whole roster");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/roster", "/roster?by=role", "/roster?by=volunteer", "/volunteers", "/roster?q=stranger"})
    void showsNothingOfAnotherConference(String page) {
        var other = given.conference();
        var shift = given.shift(
                other,
                given.timeslot(other, "22:00", "23:00"),
                given.role(other, "Strange work"),
                given.place(other, "Far off"),
                Need.of(1));
        given.signUp(given.volunteer(other, "Stranger"), shift);
        assertThat(organizer.reads(page)).doesNotContain("Stranger", "22:00", "Strange work", "Far off");
    }

    @ParameterizedTest
    @ValueSource(strings = {"WAITLISTED", "WITHDRAWN", "REMOVED"})
    void putsNobodyOnAShiftWhoHasNoPlaceThere(String state) {
        given.signUp(given.volunteer(conference, "Bo Li"), talks);
        signups.signUpOrWait(ida, talks.id(), UUID.randomUUID());
        turn(ida, state);
        assertThat(organizer.reads("/roster?day=all")).contains("Bo Li").doesNotContain("Ida Moreau");
        assertThat(organizer.reads("/roster?by=role")).contains("Bo Li").doesNotContain("Ida Moreau");
        assertThat(organizer.reads("/roster?q=ida%20moreau")).contains("Nothing is like that");
        assertThat(organizer.reads("/roster?by=volunteer&q=ida%20moreau"))
                .contains("Ida Moreau", "No shift yet")
                .doesNotContain("9:00 – 11:30");
    }

    @Test
    void showsWhoIsOfferedAPlaceForItIsKeptForThem() {
        given.signUp(ida, talks);
        turn(ida, "OFFERED");
        assertThat(organizer.reads("/roster")).contains("Ida Moreau");
        assertThat(organizer.reads("/roster?by=volunteer&q=ida%20moreau")).contains("9:00 – 11:30");
    }

    @Test
    void showsNamesAsTyped() {
        given.signUp(given.volunteer(conference, "<script>alert(1)</script>"), morning);
        for (var address : new String[] {"/roster", "/roster?by=role", "/roster?by=volunteer", "/volunteers"}) {
            assertThat(organizer.opens(address))
                    .contains("&lt;script&gt;alert(1)")
                    .doesNotContain("<script>alert");
        }
    }

    @Test
    void saysAsOfWhenAndWhereItCanBeReadAgain() {
        assertThat(organizer.opens("/roster?by=role"))
                .contains("As of <time", "Durham, E", "/" + conference.slug() + "/organize/roster?by=role</p>");
    }

    @Test
    void showsADayAtATimeWhereThereAreManyShifts() {
        var lobby = given.place(conference, "Desk");
        for (var i = 0; i < 60; i++) {
            given.shift(
                    conference, given.timeslot(conference, "10:%02d".formatted(i), "12:00"), desk, lobby, Need.of(1));
            given.shift(
                    conference,
                    given.timeslot(conference, 1, "12:%02d".formatted(i), "13:00"),
                    desk,
                    lobby,
                    Need.of(1));
        }
        assertThat(organizer.reads("/roster")).contains("10:00 – 12:00").doesNotContain("12:59 – 13:00");
        assertThat(organizer.reads("/roster?day=all")).contains("10:00 – 12:00", "12:59 – 13:00");
    }

    private void saysADayAtMost(String who, int hours) {
        jdbc.sql("update " + who + " set hours_a_day_at_most = ? where conference_id = ?")
                .params(hours, conference.id().conferenceId())
                .update();
    }

    /** As if that had become of their only signup. */
    private void turn(VolunteerId volunteer, String state) {
        jdbc.sql("""
                        update signup set state = :state,
                                          offered_until = case when :state = 'OFFERED' then now() end,
                                          left_at = case when :state in ('WITHDRAWN', 'REMOVED') then now() end,
                                          removed_because = case when :state = 'REMOVED' then 'ORGANIZER' end
                        where volunteer_id = :volunteer
                        """)
                .param("state", state)
                .param("volunteer", volunteer.volunteerId())
                .update();
    }

    private void saysAtMost(VolunteerId volunteer, int hours) {
        jdbc.sql("update volunteer set hours_at_most = ? where volunteer_id = ?")
                .params(hours, volunteer.volunteerId())
                .update();
    }
}
