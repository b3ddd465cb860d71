package org.manyhands.signup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.manyhands.signup.CheckIn.Outcome.ALREADY;
import static org.manyhands.signup.CheckIn.Outcome.NOT_ON_IT;
import static org.manyhands.signup.CheckIn.Outcome.STALE;
import static org.manyhands.signup.CheckIn.Outcome.TOO_EARLY;
import static org.manyhands.signup.CheckIn.Outcome.WRITTEN;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manyhands.AroundNow;
import org.manyhands.AroundNow.Held;
import org.manyhands.AtOnce;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.Organizer;
import org.manyhands.conference.Conference;
import org.manyhands.conference.RolesInSight;
import org.manyhands.operations.Invariants;
import org.manyhands.shared.NotFound;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who came and who went is written down once, whoever presses how often, and only of those who have the shift. */
@IntegrationTest
class CheckInTests {

    private static final Duration HOUR = Duration.ofHours(1);

    @Autowired
    private Given given;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Autowired
    private CheckIn checkIn;

    @Autowired
    private Leaving leaving;

    @Autowired
    private Invariants invariants;

    private AroundNow around;
    private Conference conference;
    private CheckInDesk desk;

    @BeforeEach
    void openConference() {
        around = new AroundNow(given, jdbc, clock);
        conference = given.conference();
        desk = CheckInDesk.staffed(conference.id(), RolesInSight.EVERY);
    }

    private Held ida() {
        return around.somebody(conference, "Ida Moreau", HOUR, HOUR);
    }

    @Test
    void writesWhoCameAndWhoWentAndByWhomItWasWritten() {
        var ida = ida();
        var here = checkIn.arrived(desk, ida.signup());
        assertThat(here.outcome()).isEqualTo(WRITTEN);
        assertThat(here.name()).isEqualTo("Ida Moreau");
        assertThat(here.is().arrivedAt()).isNotNull();
        assertThat(checkIn.left(desk, ida.signup()).outcome()).isEqualTo(WRITTEN);
        assertThat(around.stateOf(ida)).isEqualTo("CONFIRMED DONE");
        assertThat(Organizer.audited(jdbc, ida.signup().signupId()))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("signup.arrived")
                        .contains("\"before\": {\"attendance\": \"EXPECTED\"}", "\"attendance\": \"ARRIVED\""))
                .anySatisfy(line -> assertThat(line).startsWith("signup.left"));
    }

    @Test
    void takesASecondPressForTheFirst() {
        var ida = ida();
        var first = checkIn.arrived(desk, ida.signup());
        var second = checkIn.arrived(desk, ida.signup());
        assertThat(second.outcome()).isEqualTo(ALREADY);
        assertThat(second.version()).isEqualTo(first.version());
    }

    @Test
    void undoesTheLastStepAndNotOneWrittenSince() {
        var ida = ida();
        var here = checkIn.arrived(desk, ida.signup());
        var gone = checkIn.left(desk, ida.signup());
        assertThat(checkIn.undo(desk, ida.signup(), here.version()).outcome()).isEqualTo(STALE);
        assertThat(around.stateOf(ida)).isEqualTo("CONFIRMED DONE");
        assertThat(checkIn.undo(desk, ida.signup(), gone.version()).outcome()).isEqualTo(WRITTEN);
        assertThat(around.stateOf(ida)).isEqualTo("CONFIRMED ARRIVED");
        // Desk one undoes and writes again; desk two still shows the press before
        var undone = checkIn.undo(desk, ida.signup(), around.versionOf(ida));
        assertThat(undone.is()).isEqualTo(Presence.AWAITED);
        checkIn.arrived(desk, ida.signup());
        assertThat(checkIn.undo(desk, ida.signup(), gone.version()).outcome()).isEqualTo(STALE);
    }

    @Test
    void keepsAWordOnWhoDidNotCome() {
        var ida = ida();
        assertThat(checkIn.noShow(desk, ida.signup(), "Ill, told us at 8").is().note())
                .isEqualTo("Ill, told us at 8");
        assertThat(checkIn.arrived(desk, ida.signup()).outcome()).isEqualTo(STALE);
        assertThat(checkIn.undo(desk, ida.signup(), around.versionOf(ida)).is()).isEqualTo(Presence.AWAITED);
    }

    @Test
    void correctsTimesUnlessSomebodyElseWroteSince() {
        var ida = ida();
        var shown = around.versionOf(ida);
        var start = around.now().minus(HOUR);
        checkIn.correct(desk, ida.signup(), shown, start, start.plus(HOUR), null);
        assertThat(around.stateOf(ida)).isEqualTo("CONFIRMED DONE");
        assertThatThrownBy(() -> checkIn.correct(desk, ida.signup(), shown, null, null, ""))
                .isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    void knowsNobodyOfAnotherConferenceOrRole() {
        var ida = ida();
        var elsewhere = CheckInDesk.staffed(given.conference().id(), RolesInSight.EVERY);
        var otherRole = CheckInDesk.staffed(conference.id(), new RolesInSight(Set.of(UUID.randomUUID())));
        var otherPlace = CheckInDesk.device(
                conference.id(), given.place(conference, "Elsewhere").id(), "Tablet");
        for (var stranger : List.of(elsewhere, otherRole, otherPlace)) {
            assertThatThrownBy(() -> checkIn.arrived(stranger, ida.signup())).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> checkIn.left(stranger, ida.signup())).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> checkIn.noShow(stranger, ida.signup(), "")).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> checkIn.undo(stranger, ida.signup(), 0)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> checkIn.correct(stranger, ida.signup(), 0, null, null, null))
                    .isInstanceOf(NotFound.class);
        }
        assertThat(around.stateOf(ida)).isEqualTo("CONFIRMED EXPECTED");
    }

    @Test
    void asksThatItIsTheDay() {
        var ida = around.somebody(conference, "Ida Moreau", Duration.ofHours(20), HOUR);
        assertThat(checkIn.arrived(desk, ida.signup()).outcome()).isEqualTo(TOO_EARLY);
        around.move(ida.shift(), Duration.ofHours(4), HOUR);
        var tablet = CheckInDesk.device(conference.id(), null, "Tablet");
        assertThat(checkIn.arrived(tablet, ida.signup()).outcome()).isEqualTo(TOO_EARLY);
        assertThat(checkIn.arrived(desk, ida.signup()).outcome()).isEqualTo(WRITTEN);
    }

    @Test
    void undoesAtADeviceOnlyWithinAMoment() {
        var ida = ida();
        var tablet = CheckInDesk.device(conference.id(), null, "Tablet");
        var here = checkIn.arrived(tablet, ida.signup());
        assertThat(checkIn.undoArrival(tablet, ida.signup(), here.version(), Duration.ofSeconds(-1))
                        .outcome())
                .isEqualTo(STALE);
        assertThat(checkIn.undoArrival(tablet, ida.signup(), here.version(), HOUR)
                        .outcome())
                .isEqualTo(WRITTEN);
        assertThat(Organizer.audited(jdbc, ida.signup().signupId()))
                .filteredOn(line -> line.contains("\"device\": \"Tablet\""))
                .hasSize(2);
    }

    /** Whoever leaves is expected nowhere: they may always go, and what stood there is in the audit trail. */
    @Test
    void forgetsThatSomebodyIsHereWhoLeavesTheShift() {
        var ida = ida();
        checkIn.arrived(desk, ida.signup());
        leaving.leave(ida.volunteer(), List.of(ida.shift().id()));
        assertThat(around.stateOf(ida)).isEqualTo("WITHDRAWN EXPECTED");
        assertThat(checkIn.arrived(desk, ida.signup()).outcome()).isEqualTo(NOT_ON_IT);
        assertThat(checkIn.undo(desk, ida.signup(), around.versionOf(ida)).outcome())
                .isEqualTo(NOT_ON_IT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state = 'OFFERED', offered_until = '2100-01-01'",
                "state = 'WITHDRAWN', left_at = '2026-01-01'",
                "state = 'WAITLISTED'",
            })
    void holdsInTheDatabaseThatOnlyWhoHasTheShiftCame(String change) {
        var ida = ida();
        checkIn.arrived(desk, ida.signup());
        assertThatThrownBy(() -> jdbc.sql("update signup set " + change + " where signup_id = ?")
                        .param(ida.signup().signupId())
                        .update())
                .hasMessageContaining("signup_came_to_what_was_theirs");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arrived_at = '2026-10-19'",
                "attendance = 'ARRIVED'",
                "attendance = 'DONE', arrived_at = '2026-10-19'",
                "attendance = 'DONE', arrived_at = '2026-10-19', done_at = '2026-10-18'",
                "attendance = 'NO_SHOW', arrived_at = '2026-10-19'",
            })
    void holdsInTheDatabaseThatTimesAndStateAgree(String change) {
        var ida = ida();
        assertThatThrownBy(() -> jdbc.sql("update signup set " + change + " where signup_id = ?")
                        .param(ida.signup().signupId())
                        .update())
                .hasMessageContaining("violates check constraint");
    }

    @Test
    void writesOnceForTwoDesksAtOnce() {
        for (var round = 0; round < 20; round++) {
            var ida = ida();
            var answers =
                    AtOnce.times(4, any -> checkIn.arrived(desk, ida.signup()).outcome());
            assertThat(answers).containsExactlyInAnyOrder(WRITTEN, ALREADY, ALREADY, ALREADY);
            assertThat(Organizer.audited(jdbc, ida.signup().signupId()))
                    .filteredOn(line -> line.startsWith("signup.arrived"))
                    .hasSize(1);
        }
    }

    @Test
    void undoesOnceForTwoDesksAtOnce() {
        for (var round = 0; round < 20; round++) {
            var ida = ida();
            checkIn.arrived(desk, ida.signup());
            var gone = checkIn.left(desk, ida.signup());
            var answers = AtOnce.times(
                    3, any -> checkIn.undo(desk, ida.signup(), gone.version()).outcome());
            assertThat(answers).containsExactlyInAnyOrder(WRITTEN, STALE, STALE);
            assertThat(around.stateOf(ida)).isEqualTo("CONFIRMED ARRIVED");
        }
    }

    @Test
    void letsSomebodyLeaveWhileTheDeskChecksThemIn() {
        for (var round = 0; round < 30; round++) {
            var ida = ida();
            AtOnce.run(
                    () -> leaving.leave(ida.volunteer(), List.of(ida.shift().id())),
                    () -> assertThat(checkIn.arrived(desk, ida.signup()).outcome())
                            .isIn(WRITTEN, NOT_ON_IT));
            assertThat(around.stateOf(ida)).isEqualTo("WITHDRAWN EXPECTED");
        }
        invariants.assertHoldIn(conference);
    }
}
