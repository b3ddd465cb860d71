package org.manyhands.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.Organizer;
import org.manyhands.SqlCount;
import org.manyhands.account.AccountId;
import org.manyhands.conference.Conference;
import org.manyhands.conference.RolesInSight;
import org.manyhands.role.Role;
import org.manyhands.role.RoleNeeds;
import org.manyhands.role.Roles;
import org.manyhands.shared.NotFound;
import org.manyhands.shift.Need;
import org.manyhands.shift.Shift;
import org.manyhands.volunteer.Profile;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The list of people, and everything about one of them. */
@IntegrationTest
class PeopleTests {

    @Autowired
    private Given given;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PeopleList people;

    @Autowired
    private VolunteerFile file;

    @Autowired
    private HeldShifts shifts;

    @Autowired
    private Roles roles;

    @Autowired
    private Clock clock;

    private Conference conference;
    private AccountId owner;
    private Organizer organizer;
    private Role reception;
    private Shift morning;
    private VolunteerId ida;
    private VolunteerId jun;

    @BeforeEach
    void open() {
        conference = given.conference();
        owner = given.organizer(conference);
        organizer = new Organizer(mvc, owner, conference);
        reception = given.role(conference, "Registration desk");
        morning = given.shift(
                conference,
                given.timeslot(conference, "08:00", "10:00"),
                reception,
                given.place(conference, "Lobby"),
                Need.of(3));
        ida = given.volunteer(conference, "Ida Moreau");
        jun = given.volunteer(conference, "Jun Ito");
        given.signUp(ida, morning);
    }

    private void set(VolunteerId volunteer, String what) {
        jdbc.sql("update volunteer set " + what + " where volunteer_id = ?")
                .param(volunteer.volunteerId())
                .update();
    }

    private static String at(VolunteerId volunteer) {
        return "/volunteers/" + volunteer.volunteerId();
    }

    private void assertFinds(String query, String found, String not) {
        assertThat(organizer.get("/volunteers?" + query))
                .hasStatusOk()
                .bodyText()
                .contains(">" + found + "<")
                .doesNotContain(">" + not + "<");
    }

    @Test
    void findsPeopleByWhatOneAsksFor() {
        set(ida, "hours_at_most = 1, suits = 'QUIET'");
        set(jun, "hours_at_most = 4, suits = 'PEOPLE', days_there = array['" + conference.lastDay() + "'::date]");
        jdbc.sql("insert into role_wish (conference_id, volunteer_id, role_id) values (?, ?, ?)")
                .params(
                        conference.id().conferenceId(),
                        jun.volunteerId(),
                        given.role(conference, "Session emcee").id().roleId())
                .update();
        assertFinds("shifts=none", "Jun Ito", "Ida Moreau");
        assertFinds("hours=more", "Ida Moreau", "Jun Ito");
        assertFinds("hours=less", "Jun Ito", "Ida Moreau");
        assertFinds("role=registration-desk", "Ida Moreau", "Jun Ito");
        assertFinds("role=session-emcee", "Jun Ito", "Ida Moreau");
        assertFinds("setting=quiet", "Ida Moreau", "Jun Ito");
        assertFinds("day=" + conference.firstDay(), "Ida Moreau", "Jun Ito");
        assertFinds("q=jun", "Jun Ito", "Ida Moreau");
        assertThat(organizer.get("/volunteers"))
                .bodyText()
                .contains(
                        "2 people are registered",
                        "No shift yet: 1",
                        "Less than they asked for: 1",
                        "2 h in one shift");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hours=x", "setting=x", "day=x", "after=x", "shifts=x", "role="})
    void ignoresWhatCannotBeRead(String query) {
        assertThat(organizer.get("/volunteers?" + query))
                .hasStatusOk()
                .bodyText()
                .contains("Ida Moreau", "Jun Ito");
    }

    @Test
    void leadsOnFromPageToPage() {
        given.volunteers(conference, PeopleList.ON_A_PAGE);
        var first = organizer.get("/volunteers");
        assertThat(first).bodyText().contains("Ida Moreau", "Next page", "102 people are registered");
        var all = people.all(conference.id(), RolesInSight.EVERY, PeopleFilter.NONE);
        var last = all.get(PeopleList.ON_A_PAGE - 1).id().volunteerId();
        assertThat(first).bodyText().contains("after=" + last);
        var second = people.page(conference.id(), RolesInSight.EVERY, PeopleFilter.NONE.from(last));
        assertThat(second).isEqualTo(all.subList(PeopleList.ON_A_PAGE, all.size()));
        assertThat(organizer.get("/volunteers?after=" + last))
                .bodyText()
                .contains("First page")
                .doesNotContain("Ida Moreau");
    }

    @Test
    void comesAsAFileWhoseCellsAreNoFormulas() {
        set(jun, "name = '=HYPERLINK(\"https://evil.example\")', chat_handle = '@jun', phone = '+1 919 555 0142'");
        var csv = organizer.get("/volunteers.csv?shifts=none");
        assertThat(csv)
                .hasStatusOk()
                .hasHeader("Content-Disposition", "attachment; filename=\"" + conference.slug() + "-volunteers.csv\"");
        assertThat(csv)
                .bodyText()
                .startsWith("Name,Pronouns,E-mail")
                .contains("'=HYPERLINK", "'@jun", "'+1 919 555 0142")
                .doesNotContain("Ida Moreau", ",=", "\n=", ",@", "\"=");
    }

    @Test
    void tellsEverythingAboutOne() {
        jdbc.sql("update signup set attendance = 'NO_SHOW', attendance_note = 'Was ill' where volunteer_id = ?")
                .param(ida.volunteerId())
                .update();
        assertThat(organizer.get(at(ida)))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Ida Moreau",
                        "mailto:ida-moreau",
                        "Registration desk",
                        "8:00 – 10:00",
                        "Did not come",
                        "once",
                        "Was ill",
                        "re in: Registration desk",
                        "Took a shift",
                        "Registered",
                        "Notes for next year");
    }

    @Test
    void keepsSignInMailsToTheirReaders() {
        var email = jdbc.sql("select email from account join volunteer using (account_id) where volunteer_id = ?")
                .param(ida.volunteerId())
                .query(String.class)
                .single();
        jdbc.sql("""
                        insert into mail (mail_id, conference_id, kind, recipient, subject, text_body, secret, message_id,
                                          written_at, next_try_at, not_after)
                        select gen_random_uuid(), ?, 'FINISH_JOINING', ?, 'Your code', 'x', true, gen_random_uuid()::text, at, at, at
                        from (values (current_timestamp)) now (at)
                        """).params(conference.id().conferenceId(), email).update();
        assertThat(organizer.get(at(ida))).bodyText().contains("2 mails lately").doesNotContain("Your code");
    }

    @Test
    void isNotFoundFromAnotherConference() {
        var other = given.conference();
        var stranger = new Organizer(mvc, given.organizer(other), other);
        assertThat(stranger.get(at(ida))).hasStatus(404);
        assertThat(stranger.post(at(ida) + "/notes", "words", "x")).hasStatus(404);
        assertThat(stranger.post(
                        at(ida) + "/clear", "role", reception.id().roleId().toString()))
                .hasStatus(404);
        assertThat(organizer.get(at(new VolunteerId(UUID.randomUUID())))).hasStatus(404);
    }

    @Test
    void showsARoleLeadOnlyThePeopleOfTheirRoles() {
        var emcee = given.role(conference, "Session emcee");
        var lead = new RolesInSight(Set.of(emcee.id().roleId()));
        var id = conference.id();
        assertThat(people.all(id, lead, PeopleFilter.NONE)).isEmpty();
        assertThatThrownBy(() -> file.head(id, lead, ida, owner)).isInstanceOf(NotFound.class);
        jdbc.sql("""
                        insert into role_clearance (role_clearance_id, conference_id, volunteer_id, role_id, state, asked_at)
                        values (gen_random_uuid(), ?, ?, ?, 'ASKED', current_timestamp)
                        """)
                .params(id.conferenceId(), ida.volunteerId(), emcee.id().roleId())
                .update();
        assertThat(people.all(id, lead, PeopleFilter.NONE)).singleElement().satisfies(line -> {
            assertThat(line.name()).isEqualTo("Ida Moreau");
            assertThat(line.shifts()).isZero();
        });
        assertThat(people.counts(id, lead, PeopleFilter.NONE).all()).isEqualTo(1);
        assertThat(file.head(id, lead, ida, owner).name()).isEqualTo("Ida Moreau");
        assertThat(shifts.of(ida, lead, clock.instant())).isEmpty();
        assertThat(shifts.of(ida, RolesInSight.EVERY, clock.instant())).hasSize(1);
    }

    @Test
    void letsSomebodyTakeARoleWhoDidNotAsk() {
        reception.need(RoleNeeds.BRIEFING, clock.instant());
        roles.saveAndFlush(reception);
        assertThat(organizer.get(at(jun))).bodyText().contains("Did not ask", "They are briefed");
        var done = organizer.post(
                at(jun) + "/clear", "role", reception.id().roleId().toString());
        assertThat(organizer.follow(done))
                .bodyText()
                .contains("May take its shifts")
                .doesNotContain("They are briefed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/volunteers", "/volunteers.csv", "/volunteers?role=registration-desk&hours=less"})
    void takesAsManyStatementsForManyAsForFew(String address) {
        var few = SqlCount.of(() -> organizer.get(address));
        given.volunteers(conference, 60).forEach(each -> given.signUp(each, morning));
        assertThat(SqlCount.of(() -> organizer.get(address))).isEqualTo(few).hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void takesAsManyStatementsForABusyPersonAsForAnIdleOne() {
        var idle = SqlCount.of(() -> organizer.get(at(jun)));
        for (var hour : List.of("10", "11", "12", "13", "14")) {
            given.signUp(ida, given.shift(conference, hour + ":00", hour + ":50", Need.of(2)));
        }
        organizer.post(at(ida) + "/notes", "words", "Calm");
        assertThat(SqlCount.of(() -> organizer.get(at(ida)))).isEqualTo(idle).hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void showsNamesAsTyped() {
        var robin = given.volunteer(
                conference, given.account("x-" + Given.number() + "@volunteers.example"), Profile.named("<b>Robin"));
        assertThat(organizer.get(at(robin)))
                .bodyText()
                .contains("&lt;b&gt;Robin")
                .doesNotContain("<b>Robin");
    }
}
