package org.manyhands.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.SignedInAs;
import org.manyhands.conference.Conference;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.Place;
import org.manyhands.conference.RolesInSight;
import org.manyhands.role.Role;
import org.manyhands.shift.Need;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Where people are missing, hour by hour. */
@IntegrationTest
class HourlyGapsTests {

    @Autowired
    private Given given;

    @Autowired
    private HourlyGaps gaps;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private Conference conference;
    private ConferencePage page;
    private Organizer organizer;
    private Place lobby;
    private Role desk;
    private Role emcee;

    @BeforeEach
    void open() {
        conference = given.conference();
        page = ConferencePage.of(conference);
        organizer = Organizer.of(conference, given, mvc);
        lobby = given.place(conference, "Lobby");
        desk = given.role(conference, "Desk");
        emcee = given.role(conference, "Emcee");
    }

    @Test
    void beginsWithTheFirstDayOfAConferenceToCome() {
        shift("08:00", "10:30", desk, Need.of(2));
        given.shift(conference, given.timeslot(conference, 2, "08:00", "09:00"), emcee, lobby, Need.of(1));
        assertThat(organizer.reads("/roster/gaps"))
                .contains("One role is short of people", "The first 24 hours of what is to come")
                .containsPattern("Role \\w+ \\d+ \\w+, 8:00 9:00 10:00 Desk")
                .doesNotContain("Emcee");
        assertThat(organizer.reads("/roster/gaps?day=" + conference.firstDay().plusDays(2)))
                .contains("Emcee", "0/1")
                .doesNotContain("Desk");
    }

    @Test
    void putsTheWidestGapFirstAndSaysItInTextAndSymbol() {
        shift("08:00", "10:00", desk, Need.of(1));
        shift("08:00", "12:00", emcee, Need.between(2, 5, 5));
        given.signUp(
                given.volunteer(conference),
                given.shift(conference, given.timeslot(conference, "13:00", "14:00"), desk, lobby, Need.of(1)));
        assertThat(organizer.opens("/roster/gaps"))
                .containsSubsequence("Emcee", "Desk")
                .containsSubsequence("class=\"short\"", "▲", "0/5", "below the minimum")
                .containsSubsequence("class=\"fits\"", "1/1", "filled");
    }

    @Test
    void countsNobodyTwiceWhoHandsOver() {
        var early = shift("08:00", "10:15", desk, Need.of(1));
        shift("10:00", "12:00", desk, Need.of(1));
        jdbc.sql("update shift set handover = interval '15 minutes' where shift_id = ?")
                .param(early)
                .update();
        assertThat(organizer.reads("/roster/gaps/hour?role=desk&at=" + hour("10:00")))
                .contains("0 signed up of 1 wanted", "10:00 – 12:00, Lobby", "Find cover", "Who is on it")
                .doesNotContain("8:00 – 10:15");
    }

    @Test
    void gathersHoursInARowForPhones() {
        shift("08:00", "12:00", desk, Need.of(2));
        assertThat(organizer.opens("/roster/gaps").replaceAll("(?s)^.*only-narrow", ""))
                .contains("8:00 – 12:00")
                .doesNotContain("9:00");
    }

    @Test
    void leadsFromACellToTheShiftsBehindIt() {
        shift("08:00", "09:00", desk, Need.of(2));
        assertThat(organizer.opens("/roster/gaps"))
                .contains("/organize/roster/gaps/hour?role=desk&amp;at=" + hour("08:00"));
        assertThat(get("/roster/gaps/hour?role=emcee&at=" + hour("08:00"))).hasStatus(404);
        assertThat(get("/roster/gaps/hour?role=desk&at=tomorrow")).hasStatus(404);
        assertThat(organizer.opens("")).contains("/organize/roster/gaps");
    }

    @Test
    void comesAsAFileWithoutFormulas() {
        var role = given.role(conference, "Formula");
        jdbc.sql("update role set name = '=cmd|'' /C calc''!A0' where role_id = ?")
                .param(role.id().roleId())
                .update();
        shift("08:00", "09:00", role, Need.of(2));
        var file = get("/roster/gaps.csv");
        assertThat(file).hasStatusOk().hasContentType("text/csv;charset=UTF-8");
        assertThat(file.getResponse().getHeader("Content-Disposition")).contains("attachment", conference.slug());
        assertThat(file)
                .bodyText()
                .isEqualTo("Day,From,Role,Signed up,Wanted,Still wanted,State\r\n" + conference.firstDay()
                        + ",08:00,'=cmd|' /C calc'!A0,0,2,2,short\r\n");
    }

    @Test
    void showsALeadTheirOwnRolesOnly() {
        shift("08:00", "09:00", desk, Need.of(2));
        var other = new RolesInSight(Set.of(emcee.id().roleId()));
        var day = HourlyGaps.day(conference.firstDay(), page);
        assertThat(gaps.within(day, page, RolesInSight.EVERY)).hasSize(1);
        assertThat(gaps.within(day, page, other)).isEmpty();
        assertThat(gaps.days(page, other, clock.instant())).isEmpty();
        assertThat(gaps.next(page, other, clock.instant())).isEmpty();
    }

    @Test
    void looksTwentyFourHoursAheadWhileItRuns() {
        shift("08:00", "09:00", desk, Need.of(2));
        shift("12:00", "13:00", desk, Need.of(2));
        var tenBefore = Instant.parse(hour("08:00")).minus(Duration.ofHours(10));
        assertThat(gaps.next(page, RolesInSight.EVERY, tenBefore).orElseThrow().start())
                .isEqualTo(tenBefore);
        var later = Instant.parse(hour("08:00")).plus(Duration.ofMinutes(90));
        assertThat(gaps.next(page, RolesInSight.EVERY, later).orElseThrow().start())
                .isEqualTo(Instant.parse(hour("09:00")));
        assertThat(gaps.next(page, RolesInSight.EVERY, later.plus(Duration.ofDays(9))))
                .isEmpty();
    }

    private UUID shift(String from, String to, Role role, Need need) {
        return given.shift(conference, given.timeslot(conference, from, to), role, lobby, need)
                .id()
                .shiftId();
    }

    private String hour(String time) {
        return given.range(conference, time, "23:59").start().toString();
    }

    private MvcTestResult get(String address) {
        return mvc.get()
                .uri("/" + conference.slug() + "/organize" + address)
                .with(SignedInAs.account(organizer.account()))
                .exchange();
    }
}
