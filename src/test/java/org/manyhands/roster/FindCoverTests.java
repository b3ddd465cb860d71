package org.manyhands.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.AtOnce;
import org.manyhands.Given;
import org.manyhands.GivenTalks;
import org.manyhands.IntegrationTest;
import org.manyhands.SignedInAs;
import org.manyhands.account.AccountId;
import org.manyhands.conference.Conference;
import org.manyhands.conference.RolesInSight;
import org.manyhands.operations.Invariants;
import org.manyhands.role.Role;
import org.manyhands.shared.NotFound;
import org.manyhands.shift.Need;
import org.manyhands.shift.Shift;
import org.manyhands.volunteer.Profile;
import org.manyhands.volunteer.Suits;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** For a gap, the people who are free then, best first and why; and a mail that asks them. */
@IntegrationTest
class FindCoverTests {

    @Autowired
    private Given given;

    @Autowired
    private GivenTalks talks;

    @Autowired
    private Asking asking;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Invariants invariants;

    private Conference conference;
    private AccountId organizer;
    private Role emcee;
    private Shift gap;

    @BeforeEach
    void open() {
        conference = given.conference();
        organizer = given.organizer(conference);
        emcee = given.role(conference, "Session emcee");
        gap = given.shift(
                conference,
                given.timeslot(conference, "10:00", "12:00"),
                emcee,
                given.place(conference, "Ballroom"),
                Need.of(1));
    }

    @AfterEach
    void nothingIsAmiss() {
        invariants.assertHoldIn(conference);
    }

    @Test
    void putsThoseFirstWhomItSuitsAndSaysWhy() {
        var near = given.shift(conference, "08:00", "10:00", Need.of(1));
        given.signUp(somebody("Nell Near", Suits.EITHER, false), near);
        somebody("Wanda Wishes", Suits.PEOPLE, true);
        somebody("Quinn Quiet", Suits.QUIET, false);
        somebody("Fay Free", Suits.EITHER, false);
        assertThat(page())
                .hasStatusOk()
                .bodyText()
                .contains("4 people are free then")
                .containsSubsequence(
                        "Wanda Wishes",
                        "Asked for this role, likes to be with people, has no shift yet.",
                        "Nell Near",
                        "Next to another shift of theirs, has 2 h so far.",
                        "Fay Free",
                        "Quinn Quiet",
                        "Would rather have it quiet, has no shift yet.");
    }

    @Test
    void leavesOutWhoeverCannotTakeItOrWouldMissATalk() {
        var names = List.of("Clash", "Tired", "Full", "Away", "Starry", "Onit");
        var people = new ArrayList<VolunteerId>();
        names.forEach(name -> people.add(given.volunteer(conference, name + " Person")));
        given.signUp(people.get(0), given.shift(conference, "11:00", "13:00", Need.of(1)));
        jdbc.sql("update conference set rest_between_shifts = interval '1 hour' where conference_id = ?")
                .param(conference.id().conferenceId())
                .update();
        given.signUp(people.get(1), given.shift(conference, "12:30", "13:30", Need.of(1)));
        jdbc.sql("update volunteer set hours_at_most = 1 where volunteer_id = ?")
                .param(people.get(2).volunteerId())
                .update();
        jdbc.sql("update volunteer set days_there = array[?::date] where volunteer_id = ?")
                .params(
                        conference.firstDay().plusDays(1).toString(),
                        people.get(3).volunteerId())
                .update();
        talks.star(people.get(4), talks.talk(conference, "Keynote", "11:00", "11:30", given.place(conference, "Hall")));
        given.signUp(people.get(5), gap);
        assertThat(page())
                .hasStatusOk()
                .bodyText()
                .contains("Nobody else is free then")
                .doesNotContain(names.stream().map(name -> name + " Person").toList());
    }

    @Test
    void mailsThoseTickedALinkAndSaysWhoWasAsked() {
        var ida = given.volunteer(conference, "Ida Moreau");
        assertThat(page())
                .bodyText()
                .contains("type=\"checkbox\" name=\"volunteer\" value=\"" + id(ida) + "\" checked");
        assertThat(ask()).hasStatus(303);
        assertThat(mails()).isZero();
        assertThat(ask(ida)).hasStatus(303);
        var mail = jdbc.sql(
                        "select subject || text_body || html_body from mail where kind = 'COULD_YOU_HELP' and conference_id = ?")
                .param(conference.id().conferenceId())
                .query(String.class)
                .single();
        assertThat(mail)
                .contains("Could you help? Session emcee", "/shifts/" + gap.id().shiftId(), "/me/asked/", "No, thanks");
        assertThat(page())
                .bodyText()
                .containsSubsequence("Asked so far", "Ida Moreau", "No answer yet", "Nobody else is free then");
        assertThat(org.manyhands.Organizer.audited(jdbc, gap.id().shiftId()))
                .anyMatch(line -> line.startsWith("shift.people-asked") && line.contains(id(ida)));
    }

    @Test
    void asksNobodyTwiceWithinADay() {
        var ida = given.volunteer(conference, "Ida Moreau");
        ask(ida);
        ask(ida);
        assertThat(mails()).isOne();
        jdbc.sql("update shift_ask set asked_at = asked_at - interval '25 hours'")
                .update();
        ask(ida);
        assertThat(mails()).isEqualTo(2);
    }

    @Test
    void asksOnceWhereTwoOrganizersPressAtOnce() {
        for (var round = 0; round < 10; round++) {
            var people = given.volunteers(conference, 5);
            var shift = given.shift(conference, "15:00", "16:00", Need.of(1));
            var asked = AtOnce.times(4, _ -> asking.ask(conference.id(), RolesInSight.EVERY, shift.id(), people));
            assertThat(asked.stream().mapToInt(each -> each).sum()).isEqualTo(5);
        }
    }

    @Test
    void givesItToTheFirstOfTwoWhoTakeItFromTheirMails() {
        for (var round = 0; round < 5; round++) {
            var shift = given.shift(conference, "17:00", "18:00", Need.of(1));
            var accounts = List.of(account(), account());
            var people = accounts.stream()
                    .map(account -> given.volunteer(conference, account, Profile.named("Taker")))
                    .toList();
            asking.ask(conference.id(), RolesInSight.EVERY, shift.id(), people);
            AtOnce.each(
                    accounts,
                    account -> mvc.post()
                            .uri("/" + conference.slug() + "/shifts/"
                                    + shift.id().shiftId() + "/signup")
                            .with(SignedInAs.account(account))
                            .with(csrf())
                            .param("requestId", UUID.randomUUID().toString())
                            .exchange());
            assertThat(jdbc.sql("select count(*) from signup where shift_id = ? and state = 'CONFIRMED'")
                            .param(shift.id().shiftId())
                            .query(Integer.class)
                            .single())
                    .isOne();
            var pages = accounts.stream()
                    .map(account -> text(asked(account, shift)))
                    .toList();
            assertThat(pages).filteredOn(text -> text.contains("It is yours.")).hasSize(1);
            assertThat(pages)
                    .filteredOn(text -> text.contains("Somebody was faster") && text.contains("What else has room"))
                    .hasSize(1);
        }
    }

    @Test
    void takesANoForAnAnswer() {
        var account = account();
        var ida = given.volunteer(conference, account, Profile.named("Ida Moreau"));
        ask(ida);
        assertThat(asked(account, gap)).hasStatusOk().bodyText().contains("Take it", "No, thanks");
        var other = account();
        given.volunteer(conference, other, Profile.named("Jun Ito"));
        assertThat(post("/me/asked/" + askOf(account, gap) + "/decline", other)).hasStatus(404);
        assertThat(mvc.get()
                        .uri("/" + conference.slug() + "/me/asked/" + askOf(account, gap))
                        .with(SignedInAs.account(other)))
                .hasStatus(404);
        assertThat(post("/me/asked/" + askOf(account, gap) + "/decline", account))
                .hasStatus(303);
        assertThat(page()).bodyText().containsSubsequence("Ida Moreau", "Said no");
        jdbc.sql("update shift_ask set asked_at = asked_at - interval '25 hours'")
                .update();
        ask(ida);
        assertThat(mails()).isOne();
    }

    @Test
    void namesWhoStandsInMeanwhile() {
        var manager = given.role(conference, "Session manager");
        jdbc.sql("update role set covered_by = ? where role_id = ?")
                .params(manager.id().roleId(), emcee.id().roleId())
                .update();
        assertThat(page())
                .bodyText()
                .contains("Session manager covers for it meanwhile", "nobody is on that role then");
        var shift = given.shift(
                conference,
                given.timeslot(conference, "09:00", "13:00"),
                manager,
                given.place(conference, "Backstage"),
                Need.of(1));
        given.signUp(given.volunteer(conference, "Mona Manager"), shift);
        assertThat(page()).bodyText().contains("Mona Manager", "9:00 – 13:00, Backstage");
    }

    @Test
    void letsPeopleBeCalledOnceItHasBegun() {
        given.volunteer(conference, "Ida Moreau");
        jdbc.sql(
                        "update timeslot set during = tstzrange(now() - interval '5 minutes', now() + interval '1 hour') where conference_id = ?")
                .param(conference.id().conferenceId())
                .update();
        assertThat(page())
                .bodyText()
                .contains("It began on", "call them, and put on it who says yes", "Ida Moreau", "Put on it")
                .doesNotContain("type=\"checkbox\"");
    }

    @Test
    void knowsNoShiftOfAnotherConferenceOrRoleAndNoDraft() {
        var ida = given.volunteer(conference, "Ida Moreau");
        var elsewhere = given.shift(given.conference(), "08:00", "09:00", Need.of(1));
        assertThat(get("/roster/cover/" + elsewhere.id().shiftId())).hasStatus(404);
        var other = new RolesInSight(Set.of(UUID.randomUUID()));
        assertThatThrownBy(() -> asking.ask(conference.id(), other, gap.id(), List.of(ida)))
                .isInstanceOf(NotFound.class);
        var stranger = given.volunteer(given.conference());
        ask(stranger);
        assertThat(mails()).isZero();
        jdbc.sql("update shift set published = false where shift_id = ?")
                .param(gap.id().shiftId())
                .update();
        assertThat(get("/roster/cover/" + gap.id().shiftId())).hasStatus(404);
        ask(ida);
        assertThat(mails()).isZero();
    }

    private VolunteerId somebody(String name, Suits suits, boolean wishes) {
        return given.volunteer(
                conference,
                account(),
                new Profile(
                        name, "", "", "", suits, wishes ? Set.of(emcee.id()) : Set.of(), null, null, Set.of(), false));
    }

    private AccountId account() {
        return given.account("cover-" + Given.number() + "@volunteers.example");
    }

    private MvcTestResult page() {
        return get("/roster/cover/" + gap.id().shiftId());
    }

    private MvcTestResult get(String address) {
        return mvc.get()
                .uri("/" + conference.slug() + "/organize" + address)
                .with(SignedInAs.account(organizer))
                .exchange();
    }

    private MvcTestResult ask(VolunteerId... people) {
        var request = mvc.post()
                .uri("/" + conference.slug() + "/organize/roster/cover/"
                        + gap.id().shiftId())
                .with(SignedInAs.account(organizer))
                .with(csrf());
        for (var person : people) {
            request.param("volunteer", id(person));
        }
        return request.exchange();
    }

    private MvcTestResult post(String address, AccountId who) {
        return mvc.post()
                .uri("/" + conference.slug() + address)
                .with(SignedInAs.account(who))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult asked(AccountId who, Shift shift) {
        return mvc.get()
                .uri("/" + conference.slug() + "/me/asked/" + askOf(who, shift))
                .with(SignedInAs.account(who))
                .exchange();
    }

    private UUID askOf(AccountId who, Shift shift) {
        return jdbc.sql("""
                        select shift_ask_id from shift_ask join volunteer using (volunteer_id)
                        where account_id = ? and shift_id = ?
                        """)
                .params(who.accountId(), shift.id().shiftId())
                .query(UUID.class)
                .single();
    }

    private static String text(MvcTestResult page) {
        try {
            return page.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private int mails() {
        return jdbc.sql("select count(*) from mail where conference_id = ? and kind = 'COULD_YOU_HELP'")
                .param(conference.id().conferenceId())
                .query(Integer.class)
                .single();
    }

    private static String id(VolunteerId volunteer) {
        return volunteer.volunteerId().toString();
    }
}
