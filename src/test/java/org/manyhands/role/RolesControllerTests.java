package org.manyhands.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.Organizer;
import org.manyhands.conference.Conference;
import org.manyhands.shift.Need;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The organizer's pages of roles. */
@IntegrationTest
class RolesControllerTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Given given;

    @Autowired
    private Roles roles;

    @Autowired
    private JdbcClient jdbc;

    private Conference conference;
    private Organizer organizer;

    @BeforeEach
    void openConference() {
        conference = given.conference();
        organizer = new Organizer(mvc, given.organizer(conference), conference);
    }

    @Test
    void listsRolesAndWhatTheyLack() {
        given.role(conference, "Registration desk");
        assertThat(organizer.get("/roles"))
                .hasStatusOk()
                .bodyText()
                .contains("One role still has no handbook", "Registration desk", "People-facing", "No shifts");
    }

    @Test
    void createsARoleWithEverythingOneSaysOfIt() {
        var emcee = given.role(conference, "Session emcee");
        assertThat(organizer.post(
                        "/roles/new",
                        "name",
                        "Session manager",
                        "summary",
                        "Sit in front and keep the time.",
                        "setting",
                        "QUIET",
                        "traits",
                        "HEARS_TALKS",
                        "traits",
                        "STANDING",
                        "handbook",
                        "## First\r\n\r\n- be *there*",
                        "arriveEarlyMinutes",
                        "15",
                        "expectedBy",
                        "Ask for Noor",
                        "coveredBy",
                        emcee.id().roleId().toString(),
                        "leaveByHours",
                        "48"))
                .hasStatus(HttpStatus.SEE_OTHER);
        var role = stored("session-manager");
        assertThat(role.setting()).isEqualTo(Setting.QUIET);
        assertThat(role.traits()).containsExactly(Trait.STANDING, Trait.HEARS_TALKS);
        assertThat(role.arriveEarlyMinutes()).isEqualTo(15);
        assertThat(role.coveredBy()).isEqualTo(emcee.id());
        assertThat(role.leaveByHours()).isEqualTo(48);
        assertThat(Organizer.audited(jdbc, role.id().roleId()))
                .singleElement()
                .asString()
                .startsWith("role.added");
        assertThat(organizer.get(at(role)))
                .hasStatusOk()
                .bodyText()
                .contains("The handbook as volunteers read it", "<h3>First</h3>", "<em>there</em>");
    }

    @Test
    void keepsWhatWasTypedBesideWhatIsWrongWithIt() {
        assertThat(organizer.post(
                        "/roles/new",
                        "name",
                        "Session manager",
                        "summary",
                        "s".repeat(201),
                        "traits",
                        "LIFTING",
                        "handbook",
                        "Bring a <b>watch</b>",
                        "arriveEarlyMinutes",
                        "soon"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Session manager",
                        "s".repeat(201),
                        "at most 200 characters",
                        "Choose how much it has to do with people",
                        "Enter a whole number",
                        "value=\"soon\"",
                        "Bring a &lt;b&gt;watch&lt;/b&gt;")
                .containsPattern("value=\"LIFTING\"[^>]*checked");
    }

    @Test
    void holdsTheTablesLimits() {
        assertThat(change(given.role(conference, "Desk"), "arriveEarlyMinutes", "121"))
                .hasStatusOk()
                .bodyText()
                .contains("Enter 120 or less");
        assertThat(change(given.role(conference, "Hall"), "handbook", "x".repeat(20_001)))
                .hasStatusOk()
                .bodyText()
                .contains("characters");
    }

    @ParameterizedTest
    @CsvSource({
        "0,Leave until: Enter 1 or more",
        "337,Leave until: Enter 336 or less",
        "late,Leave until: Enter a whole"
    })
    void letsVolunteersLeaveUntilAnHourToTwoWeeksBefore(String hours, String told) {
        assertThat(change(given.role(conference, "Desk"), "leaveByHours", hours))
                .hasStatusOk()
                .bodyText()
                .contains(told);
    }

    @Test
    void letsVolunteersLeaveAtAnyTimeWhereNothingIsSaid() {
        var role = given.role(conference, "Desk");
        change(role, "leaveByHours", "336");
        assertThat(stored("desk").leaveByHours()).isEqualTo(336);
        change(role, "version", "1");
        assertThat(stored("desk").leaveByHours()).isNull();
    }

    @Test
    void refusesAStaleEditAndShowsBoth() {
        var role = given.role(conference, "Desk");
        change(role, "expectedBy", "Noor");
        assertThat(change(role, "expectedBy", "Ida"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("Somebody else changed this meanwhile", "<dd>Noor</dd>", "value=\"Ida\"");
        assertThat(stored("desk").expectedBy()).isEqualTo("Noor");
    }

    @Test
    void saysByNameWhoStandsInWhereAnEditIsStale() {
        var role = given.role(conference, "Desk");
        var emcee = given.role(conference, "Session emcee");
        change(role, "coveredBy", emcee.id().roleId().toString());
        assertThat(change(role, "expectedBy", "Ida"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("<dt>Who stands in</dt><dd>Session emcee</dd>");
    }

    @Test
    void standsInForNeitherItselfNorAnotherConferencesRole() {
        var role = given.role(conference, "Desk");
        assertThat(change(role, "coveredBy", role.id().roleId().toString()))
                .hasStatusOk()
                .bodyText()
                .contains("A role cannot stand in for itself");
        var elsewhere = given.role(given.conference(), "Desk");
        assertThat(change(role, "coveredBy", elsewhere.id().roleId().toString()))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void knowsNoRoleOfAnotherConference() {
        var elsewhere = given.role(given.conference(), "Desk");
        assertThat(organizer.get(at(elsewhere))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(change(elsewhere, "name", "Mine")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(organizer.post(at(elsewhere) + "/delete")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void deletesARoleOnWhichNothingHangsAndKeepsTheOthers() {
        var unused = given.role(conference, "Unused");
        organizer.post(at(unused) + "/delete");
        assertThat(roles.findById(unused.id())).isEmpty();

        var shift = given.shift(conference, "08:00", "10:00", Need.of(1));
        organizer.post("/roles/" + shift.roleId().roleId() + "/delete");
        assertThat(roles.findById(shift.roleId())).isPresent();

        var covering = given.role(conference, "Covering");
        change(
                given.role(conference, "Covered"),
                "coveredBy",
                covering.id().roleId().toString());
        organizer.post(at(covering) + "/delete");
        assertThat(roles.findById(covering.id())).isPresent();
        assertThat(organizer.get(at(covering))).bodyText().contains("stands in for one other role");
    }

    private MvcTestResult change(Role role, String field, String value) {
        var form = Map.of(
                "name", role.name(),
                "slug", role.slug(),
                "summary", role.summary(),
                "setting", role.setting().name(),
                "arriveEarlyMinutes", "0",
                "version", "0");
        return organizer.post(at(role), form, field, value);
    }

    private static String at(Role role) {
        return "/roles/" + role.id().roleId();
    }

    private Role stored(String slug) {
        return roles.findByConferenceIdAndSlug(conference.id(), slug).orElseThrow();
    }
}
