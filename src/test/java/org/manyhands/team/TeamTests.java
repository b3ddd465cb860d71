package org.manyhands.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
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
import org.manyhands.role.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Who runs a conference, and how they come to it. */
@IntegrationTest
class TeamTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Given given;

    @Autowired
    private JdbcClient jdbc;

    private Conference conference;
    private AccountId owner;
    private Organizer team;
    private Role desk;
    private String email;

    @BeforeEach
    void openConference() {
        conference = given.unpublishedConference();
        owner = given.organizer(conference);
        team = new Organizer(mvc, owner, conference);
        desk = given.role(conference, "Desk");
        email = "asked-" + UUID.randomUUID() + "@team.example";
    }

    private MvcTestResult invite(String right) {
        return team.post(
                "/team/invite",
                "email",
                email,
                "right",
                right,
                "roles",
                desk.id().roleId().toString());
    }

    private UUID invitation() {
        return jdbc.sql("select invitation_id from invitation join account using (account_id) where email = ?")
                .param(email)
                .query(UUID.class)
                .single();
    }

    private AccountId asked() {
        return new AccountId(jdbc.sql("select account_id from account where email = ?")
                .param(email)
                .query(UUID.class)
                .single());
    }

    private MvcTestResult answer(AccountId who, UUID invitation, String how) {
        return mvc.post()
                .uri("/invitations/" + invitation + "/" + how)
                .with(SignedInAs.account(who))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult page(AccountId who) {
        return mvc.get().uri("/invitations").with(SignedInAs.account(who)).exchange();
    }

    private List<String> rights() {
        return jdbc.sql("""
                        select held_right || coalesce(' ' || string_agg(name, ','), '')
                        from team_member left join role_lead using (conference_id, account_id) left join role using (role_id)
                        where team_member.conference_id = ? group by team_member.account_id, held_right order by held_right
                        """)
                .param(conference.id().conferenceId())
                .query(String.class)
                .list();
    }

    private Organizer member(String right) {
        invite(right);
        answer(asked(), invitation(), "accept");
        return new Organizer(mvc, asked(), conference);
    }

    private String pageOf(AccountId account) {
        return "/team/members/" + account.accountId();
    }

    @Test
    void asksSomebodyInByMail() {
        assertThat(invite("ROLE_LEAD")).hasRedirectedUrl("/" + conference.slug() + "/organize/team");
        assertThat(rights()).as("not before they said yes").containsExactly("OWNER");
        assertThat(team.get("/team")).bodyText().contains(email, "To lead Desk", "Asked on");
        assertThat(jdbc.sql("select text_body from mail where recipient = ?")
                        .param(email)
                        .query(String.class)
                        .single())
                .contains("would like you to be a role lead of " + conference.name() + " (Desk)", "/invitations");
        assertThat(page(asked())).bodyText().contains(conference.name(), "a role lead", "of Desk", "Yes, I join");
        assertThat(answer(asked(), invitation(), "accept")).hasRedirectedUrl("/" + conference.slug() + "/organize");
        assertThat(rights()).containsExactly("OWNER", "ROLE_LEAD Desk");
        assertThat(page(asked())).bodyText().contains("Nobody asks you just now");
        assertThat(new Organizer(mvc, asked(), conference).get("/roster")).hasStatusOk();
    }

    @Test
    void takesNoForAnAnswer() {
        invite("ORGANIZER");
        var id = invitation();
        assertThat(answer(asked(), id, "decline")).hasRedirectedUrl("/invitations");
        assertThat(answer(asked(), id, "accept")).hasStatus(404);
        assertThat(rights()).containsExactly("OWNER");
    }

    @Test
    void isNobodyElsesToAccept() {
        invite("OWNER");
        var other = given.account("other-" + UUID.randomUUID() + "@team.example");
        assertThat(answer(other, invitation(), "accept")).hasStatus(404);
        assertThat(page(other)).bodyText().doesNotContain(conference.name());
        assertThat(rights()).containsExactly("OWNER");
    }

    @Test
    void cannotBeAcceptedWhenTakenBackOrTooOld() {
        invite("ORGANIZER");
        var id = invitation();
        jdbc.sql(
                        "update invitation set invited_at = invited_at - interval '15 days', expires_at = expires_at - interval '15 days' where invitation_id = ?")
                .param(id)
                .update();
        assertThat(page(asked())).bodyText().contains("This has run out").doesNotContain("Yes, I join");
        assertThat(answer(asked(), id, "accept")).hasRedirectedUrl("/invitations");
        assertThat(rights()).containsExactly("OWNER");
        assertThat(team.post("/team/invitations/" + id + "/again")).hasStatus(303);
        assertThat(page(asked())).bodyText().contains("Yes, I join");
        assertThat(team.post("/team/invitations/" + id + "/withdraw")).hasStatus(303);
        assertThat(answer(asked(), id, "accept")).hasStatus(404);
    }

    @Test
    void mailsOncePerTenMinutes() {
        invite("ORGANIZER");
        var again = team.post("/team/invitations/" + invitation() + "/again");
        assertThat(team.follow(again)).bodyText().contains("younger than 10 minutes");
        assertThat(invite("ORGANIZER")).hasStatusOk().bodyText().contains("They are asked already");
        assertThat(jdbc.sql("select count(*) from mail where recipient = ?")
                        .param(email)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void asksTwentyPeopleAtMostAtOnce() {
        for (int i = 0; i < 20; i++) {
            team.post("/team/invite", "email", "many-" + UUID.randomUUID() + "@team.example", "right", "DESK");
        }
        assertThat(invite("DESK")).hasStatusOk().bodyText().contains("20 people are asked");
    }

    @Test
    void asksForTheRolesOfARoleLead() {
        assertThat(team.post("/team/invite", "email", email, "right", "ROLE_LEAD"))
                .hasStatusOk()
                .bodyText()
                .contains("Tick at least one role");
        var foreign = given.role(given.conference(), "Desk");
        assertThat(team.post(
                        "/team/invite",
                        "email",
                        email,
                        "right",
                        "ROLE_LEAD",
                        "roles",
                        foreign.id().roleId().toString()))
                .hasStatusOk()
                .bodyText()
                .contains("One of these roles is gone");
    }

    @Test
    void keepsOneOwner() {
        var leaving = team.post(pageOf(owner) + "/remove");
        assertThat(team.follow(leaving)).bodyText().contains("One owner has to stay");
        assertThat(team.post(pageOf(owner), "right", "ORGANIZER", "was", "OWNER"))
                .hasStatusOk()
                .bodyText()
                .contains("One owner has to stay");
        assertThat(rights()).containsExactly("OWNER");
        member("OWNER");
        assertThat(team.post(pageOf(owner) + "/remove")).hasRedirectedUrl("/");
        assertThat(rights()).containsExactly("OWNER");
        assertThat(team.get("/team")).as("closed at once").hasStatus(404);
    }

    @Test
    void keepsOneOfTwoOwnersWhoLeaveAtOnce() {
        var second = member("OWNER");
        AtOnce.run(() -> team.post(pageOf(owner) + "/remove"), () -> second.post(pageOf(asked()) + "/remove"));
        assertThat(rights()).containsExactly("OWNER");
    }

    @Test
    void letsOnlyOwnersMakeOwners() {
        var organizer = member("ORGANIZER");
        assertThat(organizer.post("/team/invite", "email", "x@team.example", "right", "OWNER"))
                .hasStatusOk()
                .bodyText()
                .contains("Only an owner makes");
        assertThat(organizer.post(pageOf(asked()), "right", "OWNER", "was", "ORGANIZER"))
                .bodyText()
                .contains("Only an owner makes");
        assertThat(organizer.post(pageOf(owner), "right", "DESK", "was", "OWNER"))
                .bodyText()
                .contains("Only an owner makes");
        assertThat(organizer.follow(organizer.post(pageOf(owner) + "/remove")))
                .bodyText()
                .contains("Only an owner makes");
        assertThat(rights()).containsExactly("ORGANIZER", "OWNER");
    }

    @Test
    void tellsThatSomebodyElseChangedTheRightMeanwhile() {
        member("ORGANIZER");
        assertThat(team.post(pageOf(asked()), "right", "DESK", "was", "ROLE_LEAD"))
                .hasStatus(409)
                .bodyText()
                .contains("Somebody else changed this meanwhile");
        assertThat(team.post(pageOf(asked()), "right", "DESK", "was", "ORGANIZER"))
                .hasStatus(303);
        assertThat(rights()).containsExactly("DESK", "OWNER");
    }

    @Test
    void hasNothingToDoWithOtherConferences() {
        invite("ORGANIZER");
        var other = given.conference();
        var stranger = new Organizer(mvc, given.organizer(other), other);
        assertThat(stranger.post("/team/invitations/" + invitation() + "/withdraw"))
                .hasStatus(404);
        assertThat(stranger.post("/team/invitations/" + invitation() + "/again"))
                .hasStatus(404);
        assertThat(stranger.get(pageOf(owner))).hasStatus(404);
        assertThat(stranger.post(pageOf(owner) + "/remove")).hasStatus(404);
        assertThat(stranger.get("/team")).bodyText().doesNotContain(email);
    }

    @Test
    void writesDownWhoDidWhat() {
        member("ROLE_LEAD");
        team.post(pageOf(asked()), "right", "DESK", "was", "ROLE_LEAD");
        team.post(pageOf(asked()) + "/remove");
        assertThat(Organizer.audited(jdbc, asked().accountId()))
                .satisfiesExactly(
                        added -> assertThat(added).contains("team_member.added", "ROLE_LEAD", "Desk"),
                        changed -> assertThat(changed).contains("team_member.changed", "ROLE_LEAD", "DESK"),
                        removed -> assertThat(removed).contains("team_member.deleted", "DESK"));
    }

    @Test
    void takesAsManyStatementsForManyMembersAsForFew() {
        var few = SqlCount.of(() -> team.get("/team"));
        for (int i = 0; i < 5; i++) {
            team.post("/team/invite", "email", "more-" + UUID.randomUUID() + "@team.example", "right", "DESK");
            given.organizer(conference);
        }
        assertThat(SqlCount.of(() -> team.get("/team"))).hasSameSizeAs(few).hasSizeLessThanOrEqualTo(10);
    }
}
