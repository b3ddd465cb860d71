package org.manyhands.clearance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.AtOnce;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.Organizer;
import org.manyhands.SignedInAs;
import org.manyhands.SqlCount;
import org.manyhands.account.AccountId;
import org.manyhands.conference.Conference;
import org.manyhands.conference.RolesInSight;
import org.manyhands.role.Role;
import org.manyhands.role.RoleNeeds;
import org.manyhands.role.Roles;
import org.manyhands.shared.NotFound;
import org.manyhands.shift.Need;
import org.manyhands.volunteer.Profile;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Asking for what a role needs first, and the answer. */
@IntegrationTest
class ApprovalsTests {

    @Autowired
    private Given given;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Roles roles;

    @Autowired
    private ClearanceDesk desk;

    @Autowired
    private Approvals approvals;

    @Autowired
    private Clock clock;

    private Conference conference;
    private AccountId owner;
    private Organizer organizer;
    private Role emcee;
    private AccountId idasAccount;
    private VolunteerId ida;

    @BeforeEach
    void open() {
        conference = given.conference();
        owner = given.organizer(conference);
        organizer = new Organizer(mvc, owner, conference);
        emcee = needing("Session emcee", RoleNeeds.BRIEFING);
        idasAccount = given.account("ida-" + Given.number() + "@volunteers.example");
        ida = given.volunteer(conference, idasAccount, Profile.named("Ida Moreau"));
    }

    private Role needing(String name, RoleNeeds needs) {
        var role = given.role(conference, name);
        role.need(needs, clock.instant());
        return roles.saveAndFlush(role);
    }

    private String at(Role role) {
        return "/" + conference.slug() + "/roles/" + role.slug();
    }

    private MvcTestResult ask(Role role, AccountId account, String word) {
        return mvc.post()
                .uri(at(role) + "/ask")
                .with(SignedInAs.account(account))
                .with(csrf())
                .param("word", word)
                .exchange();
    }

    private MvcTestResult read(Role role, AccountId account) {
        return mvc.get().uri(at(role)).with(SignedInAs.account(account)).exchange();
    }

    private String idOf(VolunteerId volunteer) {
        return jdbc.sql("select role_clearance_id from role_clearance where volunteer_id = ?")
                .param(volunteer.volunteerId())
                .query(String.class)
                .single();
    }

    private MvcTestResult answer(String answer, String word, String... ids) {
        var fields = new ArrayList<>(List.of("answer", answer, "word", word));
        for (var id : ids) {
            fields.addAll(List.of("clearance", id));
        }
        return organizer.post("/approvals", fields.toArray(String[]::new));
    }

    private List<String> mails(String kind) {
        return jdbc.sql(
                        "select recipient || ' ' || subject || ' ' || text_body from mail where kind = ? and conference_id = ?")
                .params(kind, conference.id().conferenceId())
                .query(String.class)
                .list();
    }

    @Test
    void isAskedOnTheRolesPageByWhoeverIsRegistered() {
        assertThat(mvc.get().uri(at(emcee)))
                .bodyText()
                .contains("It needs a briefing first", "Join")
                .doesNotContain("<form");
        assertThat(read(emcee, idasAccount)).bodyText().contains("Ask for a briefing");
        assertThat(ask(emcee, idasAccount, "I did it last year")).hasStatus(303);
        assertThat(read(emcee, idasAccount))
                .bodyText()
                .contains("You asked. A mail tells you")
                .doesNotContain("Ask for a briefing");
        assertThat(organizer.get("/approvals"))
                .bodyText()
                .contains("One person waits for a yes", "Ida Moreau", "“I did it last year”");
        assertThat(Organizer.audited(jdbc, ida.volunteerId())).last().asString().startsWith("clearance.asked");
    }

    @Test
    void isOneAskingHoweverOftenItIsPressed() {
        assertThat(ask(emcee, idasAccount, "x".repeat(301)))
                .hasStatusOk()
                .bodyText()
                .contains("at most 300");
        AtOnce.times(4, _ -> ask(emcee, idasAccount, ""));
        assertThat(approvals.waiting(conference.id(), RolesInSight.EVERY)).isEqualTo(1);
    }

    @Test
    void isAskedOnlyWhereTheRoleNeedsIt() {
        var open = given.role(conference, "Bag stuffing");
        assertThat(read(open, idasAccount)).bodyText().doesNotContain("needs", "Ask for");
        ask(open, idasAccount, "");
        assertThat(approvals.waiting(conference.id(), RolesInSight.EVERY)).isZero();
        assertThat(ask(emcee, given.account("stranger-" + Given.number() + "@volunteers.example"), ""))
                .redirectedUrl()
                .endsWith("/join");
    }

    @Test
    void mailsTheContactOnceADay() {
        ask(emcee, idasAccount, "I did it last year");
        var jun = given.account("jun-" + Given.number() + "@volunteers.example");
        given.volunteer(conference, jun, Profile.named("Jun Ito"));
        ask(emcee, jun, "");
        assertThat(mails("CLEARANCE_ASKED"))
                .singleElement()
                .asString()
                .contains(
                        "volunteers@conference.example", "Ida Moreau asks to do: Session emcee", "I did it last year");
    }

    @Test
    void mailsEachLeadOfTheRoleInstead() {
        for (var lead : List.of("lead-a", "lead-b")) {
            var account = given.account(lead + Given.number() + "@team.example");
            jdbc.sql(
                            "insert into team_member (conference_id, account_id, held_right, since) values (?, ?, 'ROLE_LEAD', current_timestamp)")
                    .params(conference.id().conferenceId(), account.accountId())
                    .update();
            jdbc.sql("insert into role_lead (conference_id, account_id, role_id) values (?, ?, ?)")
                    .params(
                            conference.id().conferenceId(),
                            account.accountId(),
                            emcee.id().roleId())
                    .update();
        }
        ask(emcee, idasAccount, "");
        assertThat(mails("CLEARANCE_ASKED"))
                .hasSize(2)
                .noneMatch(mail -> mail.startsWith("volunteers@conference.example"));
    }

    @Test
    void isGrantedToSeveralAtOnceWhoAreToldWithAWord() {
        ask(emcee, idasAccount, "");
        var jun = given.account("jun-" + Given.number() + "@volunteers.example");
        var junId = given.volunteer(conference, jun, Profile.named("Jun Ito"));
        ask(emcee, jun, "");
        given.shift(conference, "08:00", "10:00", Need.of(1));
        assertThat(organizer.get("")).bodyText().contains("2 people wait for a briefing or a yes", "/approvals");
        var done = answer("GRANT", "Sunday 17:00 at the desk", idOf(ida), idOf(junId));
        assertThat(organizer.follow(done)).bodyText().contains("2 people can take its shifts now", "Nobody waits");
        assertThat(mails("CLEARANCE_DECIDED"))
                .hasSize(2)
                .allMatch(
                        mail -> mail.contains("You can take shifts now") && mail.contains("Sunday 17:00 at the desk"));
        assertThat(read(emcee, idasAccount)).bodyText().contains("You have it", "Sunday 17:00 at the desk");
        assertThat(Organizer.audited(jdbc, ida.volunteerId()))
                .last()
                .asString()
                .contains("clearance.granted", "\"before\": \"ASKED\"", "\"after\": \"GRANTED\"");
        assertThat(organizer.follow(answer("GRANT", "", idOf(ida)))).bodyText().contains("Nothing was changed");
        assertThat(mails("CLEARANCE_DECIDED")).hasSize(2);
    }

    @Test
    void isDeclinedAndThenStands() {
        ask(emcee, idasAccount, "");
        answer("DECLINE", "We have enough emcees", idOf(ida));
        assertThat(mails("CLEARANCE_DECIDED"))
                .singleElement()
                .asString()
                .contains("This time it is no", "We have enough emcees");
        assertThat(read(emcee, idasAccount))
                .bodyText()
                .contains("This time it is no")
                .doesNotContain("Ask for a briefing");
        ask(emcee, idasAccount, "Please");
        assertThat(approvals.waiting(conference.id(), RolesInSight.EVERY)).isZero();
        answer("GRANT", "", idOf(ida));
        assertThat(read(emcee, idasAccount)).bodyText().contains("You have it");
        answer("DECLINE", "", idOf(ida));
        assertThat(mails("CLEARANCE_DECIDED")).last().asString().contains("You can take no more shifts of this role");
    }

    @Test
    void needsSomebodyTickedAndAShortWord() {
        ask(emcee, idasAccount, "");
        assertThat(answer("GRANT", "")).hasStatusOk().bodyText().contains("Tick whom you answer");
        assertThat(answer("GRANT", "x".repeat(301), idOf(ida)))
                .hasStatusOk()
                .bodyText()
                .contains("at most 300");
    }

    @Test
    void isNotAnsweredFromAnotherConferenceOrForAnotherRole() {
        ask(emcee, idasAccount, "");
        var other = given.conference();
        var stranger = new Organizer(mvc, given.organizer(other), other);
        assertThat(stranger.post("/approvals", "clearance", idOf(ida), "answer", "GRANT"))
                .hasStatus(404);
        assertThat(stranger.get("/approvals")).bodyText().doesNotContain("Ida Moreau");
        assertThat(answer("GRANT", "", idOf(ida), UUID.randomUUID().toString())).hasStatus(404);
        var lead = new RolesInSight(
                Set.of(given.role(conference, "Bag stuffing").id().roleId()));
        var id = List.of(new ClearanceId(UUID.fromString(idOf(ida))));
        assertThatThrownBy(() -> desk.answer(conference.id(), lead, id, ClearanceDesk.Answer.GRANT, "", owner))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desk.grant(conference.id(), lead, emcee.id(), ida, owner))
                .isInstanceOf(NotFound.class);
        assertThat(approvals.lines(conference.id(), lead, clock.instant())).isEmpty();
        assertThat(approvals.waiting(conference.id(), lead)).isZero();
        assertThat(approvals.waiting(conference.id(), RolesInSight.EVERY)).isEqualTo(1);
    }

    @Test
    void isNotGivenToSomebodyOfAnotherConference() {
        var stranger = given.volunteer(given.conference());
        assertThatThrownBy(() -> desk.grant(conference.id(), RolesInSight.EVERY, emcee.id(), stranger, owner))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void takesAsManyStatementsForFiftyAsForOne() {
        ask(emcee, idasAccount, "");
        var few = SqlCount.of(() -> organizer.get("/approvals"));
        given.volunteers(conference, 50).forEach(each -> desk.ask(emcee, each, ""));
        assertThat(SqlCount.of(() -> organizer.get("/approvals")))
                .isEqualTo(few)
                .hasSizeLessThanOrEqualTo(10);
    }
}
