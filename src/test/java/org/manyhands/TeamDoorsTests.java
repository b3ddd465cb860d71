package org.manyhands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.account.AccountId;
import org.manyhands.conference.Conference;
import org.manyhands.role.Role;
import org.manyhands.shift.Need;
import org.manyhands.shift.Shift;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What role leads and the desk reach below {@code /organize}: nothing but what is listed here, and of that only their
 * own roles. An address that is new is closed to them, or fails the build until it is listed.
 */
@IntegrationTest
class TeamDoorsTests {

    /** Those which answer a role lead with anything but 404, given the ids of a shift of theirs. */
    private static final String OPEN_TO_ROLE_LEADS = """
            GET /{c}/organize
            GET /{c}/organize/calendar
            POST /{c}/organize/calendar
            GET /{c}/organize/checkin
            GET /{c}/organize/approvals
            GET /{c}/organize/conflicts
            GET /{c}/organize/print
            GET /{c}/organize/print/badges
            GET /{c}/organize/print/blocks
            GET /{c}/organize/print/cards
            GET /{c}/organize/print/desk
            GET /{c}/organize/print/roster
            GET /{c}/organize/roster
            GET /{c}/organize/roster/cover/{id}
            GET /{c}/organize/roster/gaps
            GET /{c}/organize/roster/gaps.csv
            GET /{c}/organize/roster/gaps/hour
            GET /{c}/organize/roster/now
            GET /{c}/organize/shifts
            GET /{c}/organize/shifts/new
            GET /{c}/organize/shifts/{id}
            GET /{c}/organize/shifts/{id}/hand-over
            GET /{c}/organize/shifts/{id}/people
            GET /{c}/organize/shifts/{id}/people/move
            GET /{c}/organize/shifts/{id}/people/remove
            GET /{c}/organize/shifts/{id}/people/walk-up
            GET /{c}/organize/volunteers
            POST /{c}/organize/roster/cover/{id}
            POST /{c}/organize/approvals
            POST /{c}/organize/shifts/new
            POST /{c}/organize/shifts/{id}
            POST /{c}/organize/shifts/{id}/cancel
            POST /{c}/organize/shifts/{id}/delete
            POST /{c}/organize/shifts/{id}/draft
            POST /{c}/organize/shifts/{id}/hand-over
            POST /{c}/organize/shifts/{id}/people
            POST /{c}/organize/shifts/{id}/people/move
            POST /{c}/organize/shifts/{id}/people/remove
            POST /{c}/organize/shifts/{id}/people/walk-up
            POST /{c}/organize/shifts/{id}/publish
            """;

    private static final String OPEN_TO_THE_DESK = """
            GET /{c}/organize
            GET /{c}/organize/checkin
            """;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Given given;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping routes;

    private Conference conference;
    private Role mine;
    private Role theirs;
    private Shift shift;
    private Shift foreign;
    private VolunteerId myPerson;
    private VolunteerId theirPerson;

    @BeforeEach
    void openConference() {
        conference = given.conference();
        var lobby = given.place(conference, "Lobby");
        mine = given.role(conference, "Desk");
        theirs = given.role(conference, "Emcee");
        shift = given.shift(conference, given.timeslot(conference, "08:00", "10:00"), mine, lobby, Need.of(2));
        foreign = given.shift(conference, given.timeslot(conference, "13:00", "15:00"), theirs, lobby, Need.of(2));
        myPerson = given.volunteer(conference, "Mina Mine");
        theirPerson = given.volunteer(conference, "Theo Theirs");
        given.signUp(myPerson, shift);
        given.signUp(theirPerson, foreign);
    }

    private AccountId member(String right) {
        var account = given.account("member-" + UUID.randomUUID() + "@team.example");
        jdbc.sql("insert into team_member (conference_id, account_id, held_right, since) values (?, ?, ?, now())")
                .params(conference.id().conferenceId(), account.accountId(), right)
                .update();
        return account;
    }

    private AccountId lead() {
        var lead = member("ROLE_LEAD");
        jdbc.sql("insert into role_lead (conference_id, account_id, role_id) values (?, ?, ?)")
                .params(
                        conference.id().conferenceId(),
                        lead.accountId(),
                        mine.id().roleId())
                .update();
        return lead;
    }

    private Stream<String> organizing() {
        return routes.getHandlerMethods().keySet().stream()
                .flatMap(route -> route.getMethodsCondition().getMethods().stream()
                        .flatMap(method -> route.getPatternValues().stream().map(pattern -> method + " " + pattern)))
                .filter(route -> route.contains("/{c}/organize"));
    }

    private MvcTestResult ask(String route, UUID id, AccountId who) {
        var words = route.split(" ");
        var address = words[1].replace("{c}", conference.slug()).replaceAll("\\{[a-zA-Z]+}", id.toString());
        var request = HttpMethod.valueOf(words[0]) == HttpMethod.POST
                ? mvc.post().uri(address).with(csrf())
                : mvc.get().uri(address);
        return request.with(SignedInAs.account(who)).exchange();
    }

    private TreeSet<String> open(AccountId who, UUID id) {
        // Pages first: what is pressed may take the shift out of them
        return organizing()
                .sorted()
                .filter(route -> ask(route, id, who).getResponse().getStatus() != 404)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void letsARoleLeadInWhereItIsListedAndNowhereElse() {
        assertThat(open(lead(), shift.id().shiftId()))
                .containsExactlyElementsOf(OPEN_TO_ROLE_LEADS.lines().sorted().toList());
    }

    @Test
    void letsTheDeskInWhereItIsListedAndNowhereElse() {
        assertThat(open(member("DESK"), shift.id().shiftId()))
                .containsExactlyElementsOf(OPEN_TO_THE_DESK.lines().sorted().toList());
    }

    @Test
    void hidesEveryShiftOfAnotherRoleFromARoleLead() {
        var lead = lead();
        assertThat(organizing().filter(route -> route.replace("{c}", "").contains("{")))
                .isNotEmpty()
                .allSatisfy(route -> assertThat(ask(route, foreign.id().shiftId(), lead))
                        .as(route)
                        .hasStatus(404));
        assertThat(jdbc.sql("select count(*) from shift where shift_id = ? and published and taken = 1")
                        .param(foreign.id().shiftId())
                        .query(Integer.class)
                        .single())
                .as("untouched")
                .isOne();
    }

    @Test
    void showsARoleLeadTheirOwnRolesOnly() {
        var lead = lead();
        var own = Map.of(
                "/roster", "Mina Mine",
                "/roster?by=role", "Mina Mine",
                "/roster?by=volunteer", "Mina Mine",
                "/volunteers", "Mina Mine",
                "/shifts", "Desk");
        own.forEach((page, what) -> assertThat(new Organizer(mvc, lead, conference).get(page))
                .as(page)
                .hasStatusOk()
                .bodyText()
                .contains(what)
                .doesNotContain("Emcee", "Theo"));
    }

    @Test
    void keepsARoleLeadFromPuttingAShiftIntoAnotherRole() {
        var lead = new Organizer(mvc, lead(), conference);
        var form = Map.of(
                "timeslot", shift.timeslotId().timeslotId().toString(),
                "place", shift.placeId().placeId().toString(),
                "minimum", "1",
                "wanted", "2",
                "published", "true",
                "version", "0");
        assertThat(lead.post("/shifts/new", form, "role", theirs.id().roleId().toString()))
                .hasStatus(404);
        assertThat(lead.post(
                        "/shifts/" + shift.id().shiftId(),
                        form,
                        "role",
                        theirs.id().roleId().toString()))
                .hasStatus(404);
        assertThat(lead.get("/shifts/new?like=" + foreign.id().shiftId())).hasStatus(404);
        assertThat(lead.get("/shifts/new")).bodyText().contains("Desk").doesNotContain("Emcee");
    }

    @Test
    void keepsARoleLeadFromSendingPeopleToAnotherRole() {
        var lead = new Organizer(mvc, lead(), conference);
        var handOver = "/shifts/" + shift.id().shiftId() + "/hand-over";
        assertThat(lead.get(handOver)).bodyText().doesNotContain("Emcee");
        assertThat(lead.post(handOver, "instead", foreign.id().shiftId().toString()))
                .hasStatus(404);
    }

    @Test
    void closesAtOnceWhenTheRightIsTaken() {
        var lead = lead();
        assertThat(new Organizer(mvc, lead, conference).get("/roster")).hasStatusOk();
        jdbc.sql("delete from team_member where account_id = ?")
                .param(lead.accountId())
                .update();
        assertThat(new Organizer(mvc, lead, conference).get("/roster")).hasStatus(404);
    }

    @Test
    void isNoMatterOfAnotherConference() {
        var lead = lead();
        var other = given.conference();
        assertThat(new Organizer(mvc, lead, other).get("/roster")).hasStatus(404);
    }

    @Test
    void leadsEachToTheirFirstPage() {
        assertThat(new Organizer(mvc, lead(), conference).get(""))
                .hasRedirectedUrl("/" + conference.slug() + "/organize/roster");
        assertThat(new Organizer(mvc, member("DESK"), conference).get(""))
                .hasRedirectedUrl("/" + conference.slug() + "/organize/checkin");
    }
}
