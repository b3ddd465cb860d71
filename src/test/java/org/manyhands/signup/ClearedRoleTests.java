package org.manyhands.signup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.AtOnce;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.Organizer;
import org.manyhands.SignedInAs;
import org.manyhands.SqlCount;
import org.manyhands.account.AccountId;
import org.manyhands.clearance.ClearanceDesk;
import org.manyhands.conference.Conference;
import org.manyhands.conference.RolesInSight;
import org.manyhands.operations.Invariants;
import org.manyhands.role.Role;
import org.manyhands.role.RoleNeeds;
import org.manyhands.role.Roles;
import org.manyhands.shift.Need;
import org.manyhands.shift.PeopleMoving;
import org.manyhands.shift.Shift;
import org.manyhands.volunteer.Profile;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** A role that needs a briefing first: no way onto its shifts without it, but by an organizer who says why. */
@IntegrationTest
class ClearedRoleTests {

    private static final String RULE = SignupRule.ROLE_IS_CLEARED.name();

    @Autowired
    private Given given;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Roles roles;

    @Autowired
    private SignupService signups;

    @Autowired
    private Covers covers;

    @Autowired
    private Swaps swaps;

    @Autowired
    private Waitlist waitlist;

    @Autowired
    private PeopleMoving moving;

    @Autowired
    private ClearanceDesk desk;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private Clock clock;

    @Autowired
    private Invariants invariants;

    private Conference conference;
    private AccountId organizer;
    private Role emcee;
    private Shift stage;
    private Shift lobby;
    private VolunteerId ida;
    private VolunteerId jun;

    @BeforeEach
    void open() {
        conference = given.conference();
        organizer = given.organizer(conference);
        emcee = needing(RoleNeeds.BRIEFING);
        stage = shift(emcee, "10:00", "12:00", 1);
        lobby = given.shift(conference, "14:00", "16:00", Need.of(2));
        ida = given.volunteer(conference, "Ida Moreau");
        jun = given.volunteer(conference, "Jun Ito");
    }

    @AfterEach
    void nothingIsAmiss() {
        invariants.assertHoldIn(conference);
    }

    private Role needing(RoleNeeds needs) {
        var role = given.role(conference, "Session emcee " + Given.number());
        role.need(needs, clock.instant());
        return roles.saveAndFlush(role);
    }

    private Shift shift(Role role, String from, String to, int places) {
        return given.shift(
                conference,
                given.timeslot(conference, from, to),
                role,
                given.place(conference, "Stage " + Given.number()),
                Need.of(places));
    }

    private void clear(VolunteerId... people) {
        for (var each : people) {
            desk.grant(conference.id(), RolesInSight.EVERY, emcee.id(), each, organizer);
        }
    }

    private void takeBackFrom(VolunteerId volunteer) {
        var id = jdbc.sql("select role_clearance_id from role_clearance where volunteer_id = ?")
                .param(volunteer.volunteerId())
                .query(String.class)
                .single();
        assertThat(new Organizer(mvc, organizer, conference)
                        .post("/approvals", "clearance", id, "answer", "DECLINE", "word", ""))
                .hasStatus(303);
    }

    private SignupOutcome take(VolunteerId volunteer, Shift shift) {
        return signups.signUp(volunteer, List.of(shift.id()), UUID.randomUUID()).getFirst();
    }

    private static void assertAsksFirst(SignupOutcome outcome) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        SignupOutcome.Refused.class,
                        refused -> assertThat(refused.rule()).isEqualTo(RULE));
    }

    private String state(VolunteerId volunteer, Shift shift) {
        return jdbc.sql(
                        "select state from signup where volunteer_id = ? and shift_id = ? order by signup_id desc limit 1")
                .params(volunteer.volunteerId(), shift.id().shiftId())
                .query(String.class)
                .optional()
                .orElse("");
    }

    @Test
    void isTakenByNobodyWithoutTheBriefing() {
        assertAsksFirst(take(ida, stage));
        assertAsksFirst(signups.signUpEvenSo(ida, stage.id(), UUID.randomUUID()));
        assertAsksFirst(signups.signUpOrWait(ida, stage.id(), UUID.randomUUID()));
        clear(ida);
        assertThat(take(ida, stage)).isInstanceOf(SignupOutcome.Confirmed.class);
        assertAsksFirst(take(jun, stage)); // Full besides, which he could wait for
    }

    @Test
    void isLeftOutWhereSeveralAreTakenAtOnce() {
        var outcomes = signups.signUp(ida, List.of(stage.id(), lobby.id()), UUID.randomUUID());
        assertAsksFirst(outcomes.getFirst());
        assertThat(outcomes.getLast()).isInstanceOf(SignupOutcome.Confirmed.class);
    }

    @Test
    void isCoveredByNobodyWithoutIt() {
        clear(ida);
        given.signUp(ida, stage);
        covers.ask(ida, stage.id());
        assertAsksFirst(covers.take(jun, stage.id(), UUID.randomUUID(), false).orElseThrow());
        assertThat(state(ida, stage)).isEqualTo("CONFIRMED");
        clear(jun);
        assertThat(covers.take(jun, stage.id(), UUID.randomUUID(), false))
                .get()
                .isInstanceOf(SignupOutcome.Confirmed.class);
    }

    @Test
    void isSwappedForNeitherByWhoeverHasItNotNorWithThem() {
        clear(ida);
        given.signUp(ida, stage);
        given.signUp(jun, lobby);
        assertThat(swaps.offer(jun, lobby.id(), stage.id()))
                .isInstanceOfSatisfying(
                        SwapOutcome.Refused.class,
                        refused -> assertThat(refused.rule()).isEqualTo(RULE));
        swaps.offer(ida, stage.id(), lobby.id());
        var offer = jdbc.sql(
                        "select swap_offer_id from swap_offer join signup using (signup_id) where volunteer_id = ?")
                .param(ida.volunteerId())
                .query(UUID.class)
                .single();
        assertThat(swaps.accept(jun, offer)).isInstanceOf(SwapOutcome.Refused.class);
        clear(jun);
        assertThat(swaps.accept(jun, offer)).isInstanceOf(SwapOutcome.Swapped.class);
    }

    @Test
    void isGivenToTheNextInLineWhereTheFirstLostTheirs() {
        var noor = given.volunteer(conference, "Noor Haddad");
        clear(ida, jun, noor);
        given.signUp(noor, stage);
        signups.signUpOrWait(ida, stage.id(), UUID.randomUUID());
        signups.signUpOrWait(jun, stage.id(), UUID.randomUUID());
        takeBackFrom(ida);
        given.withdraw(noor, stage);
        waitlist.serve(List.of(stage.id()));
        assertThat(state(ida, stage)).isEqualTo("WAITLISTED");
        assertThat(state(jun, stage)).isEqualTo("CONFIRMED");
    }

    @Test
    void isGivenByAnOrganizerWhoSaysWhy() {
        var page = "/shifts/" + stage.id().shiftId() + "/people";
        var putting = new Organizer(mvc, organizer, conference);
        var id = ida.volunteerId().toString();
        assertThat(putting.follow(putting.post(page, "volunteer", id)))
                .bodyText()
                .contains("needs a briefing first. They did not ask for it.");
        assertThat(state(ida, stage)).isEmpty();
        putting.post(page, "volunteer", id, "reason", "Has done it for years");
        assertThat(state(ida, stage)).isEqualTo("CONFIRMED");
        assertThat(putting.get(page)).bodyText().contains("Has done it for years");
    }

    @Test
    void takesNobodyAlongWhoHasItNotWhenEverybodyIsMovedToIt() {
        var wide = shift(emcee, "17:00", "18:00", 2);
        clear(jun);
        given.signUp(ida, lobby);
        given.signUp(jun, lobby);
        new Organizer(mvc, organizer, conference)
                .post(
                        "/shifts/" + lobby.id().shiftId() + "/hand-over",
                        "instead",
                        wide.id().shiftId().toString());
        assertThat(state(jun, wide)).isEqualTo("CONFIRMED");
        assertThat(state(ida, lobby)).isEqualTo("REMOVED");
        assertThat(new Organizer(mvc, organizer, conference).get("/conflicts"))
                .bodyText()
                .contains("Ida Moreau", "needs something first that they do not have");
    }

    @Test
    void takesPeopleAlongWhereTheirShiftBecomesOneOfItAndSaysSo() {
        given.signUp(ida, lobby);
        jdbc.sql("update role set needs_since = null where role_id = ?")
                .param(emcee.id().roleId())
                .update();
        transactions.executeWithoutResult(_ -> {
            moving.hold(List.of(lobby.id()));
            moving.along(
                    List.of(new PeopleMoving.Arrival(lobby.id(), lobby.during())),
                    () -> jdbc.sql("update shift set role_id = ? where shift_id = ?")
                            .params(emcee.id().roleId(), lobby.id().shiftId())
                            .update());
        });
        assertThat(jdbc.sql("select override_reason from signup where volunteer_id = ?")
                        .param(ida.volunteerId())
                        .query(String.class)
                        .single())
                .isEqualTo("Taken along when the shift was changed");
    }

    @Test
    void leavesThoseWhoWereThereBeforeItAsked() {
        given.signUp(ida, lobby);
        var role = roles.findById(lobby.roleId()).orElseThrow();
        role.need(RoleNeeds.APPROVAL, clock.instant());
        roles.saveAndFlush(role);
        assertThat(state(ida, lobby)).isEqualTo("CONFIRMED");
        assertAsksFirst(take(jun, lobby));
    }

    @Test
    void leavesThemTheirShiftsWhenItIsTakenBack() {
        clear(ida);
        given.signUp(ida, stage);
        takeBackFrom(ida);
        assertThat(state(ida, stage)).isEqualTo("CONFIRMED");
        assertAsksFirst(take(ida, shift(emcee, "17:00", "18:00", 1)));
    }

    @Test
    void saysToAskFirstOnEachOfItsShifts() {
        var account = given.account("asks-" + Given.number() + "@volunteers.example");
        var noor = given.volunteer(conference, account, Profile.named("Noor Haddad"));
        var shifts = "/" + conference.slug() + "/shifts";
        var at = "/" + conference.slug() + "/roles/" + emcee.slug();
        assertThat(mvc.get().uri(shifts)).bodyText().contains("Ask first", at, "A briefing first: join, then ask");
        assertThat(mvc.get().uri(shifts).with(SignedInAs.account(account)))
                .bodyText()
                .contains("Ask first", "needs a briefing first. Ask for it", at)
                .doesNotContain(stage.id().shiftId() + "/signup");
        assertThat(mvc.get().uri("/" + conference.slug() + "/me/suggestions").with(SignedInAs.account(account)))
                .bodyText()
                .doesNotContain(emcee.name());
        clear(noor);
        assertThat(mvc.get().uri(shifts).with(SignedInAs.account(account)))
                .bodyText()
                .doesNotContain("Ask first")
                .contains(stage.id().shiftId() + "/signup");
        assertThat(mvc.get().uri("/" + conference.slug() + "/me/suggestions").with(SignedInAs.account(account)))
                .bodyText()
                .contains(emcee.name());
    }

    @Test
    void costsNoStatementMore() {
        var plain = SqlCount.of(() -> take(ida, lobby));
        clear(jun);
        assertThat(SqlCount.of(() -> take(jun, stage))).isEqualTo(plain);
    }

    /** The one who takes it back holds the volunteer: whoever signs up meanwhile waits, and reads what became of it. */
    @Test
    void isNotTakenWhileItIsTakenBack() {
        clear(ida);
        var signingUp = Objects.requireNonNull(transactions.execute(_ -> {
            takeBackFrom(ida);
            var taking = CompletableFuture.supplyAsync(() -> take(ida, stage));
            await().until(() -> somebodyWaitsForALock() || taking.isDone());
            return taking;
        }));
        assertAsksFirst(signingUp.join());
    }

    private boolean somebodyWaitsForALock() {
        return jdbc.sql("""
                        select exists (select from pg_stat_activity where wait_event_type = 'Lock' and query like '%from volunteer%'
                            and datname = current_database())
                        """).query(Boolean.class).single();
    }

    @Test
    void isHeldByNobodyWhoLostItFirst() {
        var number = 20;
        var people = given.volunteers(conference, number);
        var wide = shift(emcee, "17:00", "18:00", number);
        clear(people.toArray(VolunteerId[]::new));
        for (var each : people) {
            AtOnce.run(() -> take(each, wide), () -> takeBackFrom(each));
        }
        assertThat(jdbc.sql("""
                        select count(*) from signup join audit_event up on up.subject_id = signup_id and up.action = 'signup.confirmed'
                        join audit_event back on back.subject_id = volunteer_id and back.action = 'clearance.taken-back'
                        where shift_id = ? and up.at > back.at
                        """).param(wide.id().shiftId()).query(Integer.class).single())
                .isZero();
    }
}
