package org.manyhands.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.Organizer;
import org.manyhands.SqlCount;
import org.manyhands.conference.Conference;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.RolesInSight;
import org.manyhands.role.Role;
import org.manyhands.shift.Need;
import org.manyhands.shift.Shift;
import org.manyhands.volunteer.Profile;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What became of a conference's plans, in numbers. */
@IntegrationTest
class ReportTests {

    @Autowired
    private Given given;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PeopleReport people;

    @Autowired
    private Breakdown breakdown;

    private Conference conference;
    private Organizer organizer;
    private Role reception;
    private Shift morning;
    private Shift talks;
    private VolunteerId ida;
    private VolunteerId jun;

    @BeforeEach
    void open() {
        conference = given.conference();
        organizer = new Organizer(mvc, given.organizer(conference), conference);
        reception = given.role(conference, "Registration desk");
        var lobby = given.place(conference, "Lobby");
        morning = given.shift(conference, given.timeslot(conference, "08:00", "10:00"), reception, lobby, Need.of(3));
        talks = given.shift(
                conference,
                given.timeslot(conference, 1, "10:00", "11:00"),
                given.role(conference, "Session emcee"),
                lobby,
                Need.of(1));
        ida = given.volunteer(conference, "Ida Moreau");
        jun = given.volunteer(conference, "Jun Ito");
        given.signUp(ida, morning, talks);
        given.signUp(jun, morning);
        came(ida, morning, "interval '90 minutes'");
        mark(jun, morning, "attendance = 'NO_SHOW'");
    }

    private void came(VolunteerId volunteer, Shift shift, String stayed) {
        mark(volunteer, shift, "attendance = 'DONE', arrived_at = lower(busy), done_at = lower(busy) + " + stayed);
    }

    private void mark(VolunteerId volunteer, Shift shift, String what) {
        jdbc.sql("update signup set " + what + " where volunteer_id = ? and shift_id = ?")
                .params(volunteer.volunteerId(), shift.id().shiftId())
                .update();
    }

    private ConferencePage page() {
        return ConferencePage.of(conference);
    }

    @Test
    void addsUpHoursByRoleDayAndPerson() {
        var whole = breakdown.of(page(), RolesInSight.EVERY);
        assertThat(whole.byRole())
                .extracting(Breakdown.Row::name)
                .containsExactly("Registration desk", "Session emcee");
        var desk = whole.byRole().getFirst().tally();
        assertThat(desk.plannedInWords()).isEqualTo("4 h");
        assertThat(desk.workedInWords()).isEqualTo("1 h 30 min");
        assertThat(desk.taken()).isEqualTo(2);
        assertThat(desk.fill()).isEqualTo(66);
        assertThat(desk.noShows()).isEqualTo(1);
        assertThat(whole.byDay()).hasSize(2);
        assertThat(whole.inAll().wanted()).isEqualTo(4);
        assertThat(people.lines(page(), RolesInSight.EVERY, null))
                .extracting(line ->
                        line.name() + " " + line.plannedInWords() + " " + line.workedInWords() + " " + line.noShows())
                .containsExactly("Ida Moreau 3 h 1 h 30 min 0", "Jun Ito 2 h 0 h 1");
        assertThat(organizer.get("/report"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "1 h 30 min of help so far", "3 of 4, 75 %", "to one shift", "2 with a shift, of 2 registered");
    }

    @Test
    void drawsWhatTheTableSaysWithoutScriptOrStyle() {
        assertThat(organizer.get("/report"))
                .bodyText()
                .contains(
                        "<svg",
                        "role=\"img\"",
                        "aria-labelledby=\"chart-hours chart-hours-more\"",
                        "<desc",
                        "width=\"37.5%\"")
                .doesNotContain("<script", "style=");
    }

    @Test
    void countsPlacesHeldWithoutAPersonAsTakenAndNoneTwice() {
        jdbc.sql("update shift set capacity = 9, reserved = 2 where shift_id = ?")
                .param(morning.id().shiftId())
                .update();
        assertThat(breakdown
                        .of(page(), RolesInSight.EVERY)
                        .byRole()
                        .getFirst()
                        .tally()
                        .taken())
                .isEqualTo(3);
    }

    @Test
    void knowsWhoHelpsForTheFirstTime() {
        assertThat(people.people(page(), RolesInSight.EVERY).firstTimers()).isEqualTo(2);
        var account = given.account("again-" + Given.number() + "@volunteers.example");
        var earlier = given.conference();
        jdbc.sql("update conference set first_day = first_day - 365, last_day = last_day - 365 where conference_id = ?")
                .param(earlier.id().conferenceId())
                .update();
        given.volunteer(earlier, account, Profile.named("Noor Haddad"));
        given.signUp(given.volunteer(conference, account, Profile.named("Noor Haddad")), morning);
        var counted = people.people(page(), RolesInSight.EVERY);
        assertThat(counted.withShifts()).isEqualTo(3);
        assertThat(counted.firstTimers()).isEqualTo(2);
    }

    @Test
    void countsWhoLeftAndHowLate() {
        given.withdraw(ida, talks);
        assertThat(organizer.get("/report")).bodyText().contains("1: 1 by people who withdrew (0 of them within a day");
        jdbc.sql(
                        "update signup set left_at = lower(busy) - interval '1 hour' where state = 'WITHDRAWN' and volunteer_id = ?")
                .param(ida.volunteerId())
                .update();
        var afterwards = morning.during().start().plus(Duration.ofDays(9));
        assertThat(people.left(page(), RolesInSight.EVERY, afterwards).late()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/report", "/report/roles.csv", "/report/people.csv"})
    void tellsNothingOfAnotherConference(String address) {
        var other = given.conference();
        assertThat(new Organizer(mvc, given.organizer(other), other).get(address))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Ida Moreau", "Registration desk");
    }

    @Test
    void tellsARoleLeadOfTheirRolesOnly() {
        var lead = new RolesInSight(Set.of(talks.roleId().roleId()));
        assertThat(breakdown.of(page(), lead).byRole())
                .extracting(Breakdown.Row::name)
                .containsExactly("Session emcee");
        assertThat(people.lines(page(), lead, null))
                .extracting(PeopleReport.Line::name)
                .containsExactly("Ida Moreau");
        assertThat(people.people(page(), lead).withShifts()).isEqualTo(1);
        given.withdraw(jun, morning);
        assertThat(people.left(page(), lead, morning.during().end()).inAll()).isZero();
    }

    @Test
    void comesAsFilesWhoseCellsAreNoFormulas() {
        jdbc.sql("update volunteer set name = '=1+1' where volunteer_id = ?")
                .param(ida.volunteerId())
                .update();
        assertThat(organizer.get("/report/people.csv"))
                .bodyText()
                .startsWith("Name,Shifts,Hours planned")
                .contains("'=1+1,2,3.0,1.5,0");
        assertThat(organizer.get("/report/roles.csv")).bodyText().contains("Registration desk,1,3,2,4.0,1.5,1");
    }

    @Test
    void isEmptyWithAWordBeforeThereIsAnything() {
        var other = given.conference();
        assertThat(new Organizer(mvc, given.organizer(other), other).get("/report"))
                .bodyText()
                .contains("No shift is published yet");
    }

    @Test
    void takesAsManyStatementsForManyAsForFew() {
        var few = SqlCount.of(() -> organizer.get("/report"));
        for (var i = 0; i < 12; i++) {
            var shift = given.shift(conference, "%02d:00".formatted(i), "%02d:40".formatted(i), Need.of(4));
            given.volunteers(conference, 4).forEach(each -> given.signUp(each, shift));
        }
        assertThat(SqlCount.of(() -> organizer.get("/report"))).isEqualTo(few).hasSizeLessThanOrEqualTo(10);
    }
}
