package org.manyhands.signup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.manyhands.signup.SignupRule.HAS_NOT_BEGUN;
import static org.manyhands.signup.SignupRule.HAS_ROOM;
import static org.manyhands.signup.SignupRule.KEEPS_STARRED_TALKS;
import static org.manyhands.signup.SignupRule.LEAVES_A_CHANCE_TO_OTHERS;
import static org.manyhands.signup.SignupRule.NOT_TAKEN_TWICE;
import static org.manyhands.signup.SignupRule.NO_OVERLAP;
import static org.manyhands.signup.SignupRule.RESTS_BETWEEN;
import static org.manyhands.signup.SignupRule.ROLE_IS_CLEARED;
import static org.manyhands.signup.SignupRule.SHIFT_IS_PUBLISHED;
import static org.manyhands.signup.SignupRule.SIGNUP_HAS_NOT_CLOSED;
import static org.manyhands.signup.SignupRule.SIGNUP_HAS_OPENED;
import static org.manyhands.signup.SignupRule.WITHIN_OWN_DAY;
import static org.manyhands.signup.SignupRule.WITHIN_OWN_HOURS;
import static org.manyhands.signup.SignupRule.WITHIN_THE_DAY;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.manyhands.clearance.ClearanceState;
import org.manyhands.conference.SignupWindow;
import org.manyhands.role.RoleNeeds;
import org.manyhands.shared.TimeRange;
import org.manyhands.shift.Need;
import org.manyhands.shift.Staffing;
import org.manyhands.signup.SignupRequest.Limits;

class SignupRuleTests {

    private static final Instant NINE = Instant.parse("2026-10-19T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-10-19T10:00:00Z");
    private static final Instant TWELVE = Instant.parse("2026-10-19T12:00:00Z");
    private static final TimeRange SHIFT = new TimeRange(TEN, TWELVE);

    @Test
    void letsSomebodyTakeAnOpenShiftWithRoom() {
        assertThat(SignupRule.firstBrokenBy(request().build())).isEmpty();
    }

    @Test
    void keepsDraftsToTheOrganizers() {
        assertThat(SignupRule.firstBrokenBy(request().draft().build())).contains(SHIFT_IS_PUBLISHED);
    }

    @Test
    void waitsForTheOpening() {
        var opensAtTen = request().window(new SignupWindow(TEN, null));
        assertThat(SignupRule.firstBrokenBy(opensAtTen.build())).contains(SIGNUP_HAS_OPENED);
        assertThat(SIGNUP_HAS_OPENED.factsOf(opensAtTen.build())).containsExactly(TEN);
        assertThat(SignupRule.firstBrokenBy(
                        request().window(new SignupWindow(NINE, null)).build()))
                .isEmpty();
    }

    @Test
    void endsAtTheClosing() {
        assertThat(SignupRule.firstBrokenBy(
                        request().window(new SignupWindow(null, NINE)).build()))
                .contains(SIGNUP_HAS_NOT_CLOSED);
        assertThat(SignupRule.firstBrokenBy(
                        request().window(new SignupWindow(null, TEN)).build()))
                .isEmpty();
    }

    @Test
    void endsWhenTheShiftBegins() {
        assertThat(SignupRule.firstBrokenBy(request().now(TEN).build())).contains(HAS_NOT_BEGUN);
        assertThat(SignupRule.firstBrokenBy(request().now(TEN.minusNanos(1)).build()))
                .isEmpty();
    }

    @Test
    void takesNoStarredTalkFromAnybodyWhoHasNotSaidYesToThat() {
        var missing = request().missing("Django and HTMX").build();
        assertThat(SignupRule.firstBrokenBy(missing)).contains(KEEPS_STARRED_TALKS);
        assertThat(KEEPS_STARRED_TALKS.factsOf(missing)).containsExactly("Django and HTMX", SHIFT);
        assertThat(SignupRule.firstBrokenBy(missing.evenSo())).isEmpty();
    }

    @Test
    void givesNobodyTheSameShiftTwice() {
        assertThat(SignupRule.firstBrokenBy(request().alreadyOn().build())).contains(NOT_TAKEN_TWICE);
    }

    @Test
    void asksForWhatTheRoleNeedsFirst() {
        var nobodyAsked = request().needs(RoleNeeds.BRIEFING, null).build();
        assertThat(SignupRule.firstBrokenBy(nobodyAsked)).contains(ROLE_IS_CLEARED);
        assertThat(ROLE_IS_CLEARED.factsOf(nobodyAsked)).containsExactly("Session emcee", 1, 0, "session-emcee");
        var asked = request().needs(RoleNeeds.APPROVAL, ClearanceState.ASKED).build();
        assertThat(SignupRule.firstBrokenBy(asked)).contains(ROLE_IS_CLEARED);
        assertThat(ROLE_IS_CLEARED.factsOf(asked)).containsExactly("Session emcee", 2, 1, "session-emcee");
        var declined =
                request().needs(RoleNeeds.APPROVAL, ClearanceState.DECLINED).build();
        assertThat(ROLE_IS_CLEARED.factsOf(declined)).containsExactly("Session emcee", 2, 2, "session-emcee");
        assertThat(SignupRule.firstBrokenBy(request()
                        .needs(RoleNeeds.APPROVAL, ClearanceState.GRANTED)
                        .build()))
                .isEmpty();
        assertThat(SignupRule.firstBrokenBy(request()
                        .needs(RoleNeeds.NOTHING, ClearanceState.DECLINED)
                        .build()))
                .isEmpty();
    }

    /** Nobody gives up a shift for one that they cannot have. */
    @Test
    void tellsWhatTheRoleNeedsBeforeWhatOverlaps() {
        var both = request().needs(RoleNeeds.BRIEFING, null).clash("Registration desk");
        assertThat(SignupRule.firstBrokenBy(both.build())).contains(ROLE_IS_CLEARED);
    }

    @Test
    void namesTheShiftThatOverlaps() {
        var clashing = request().clash("Session emcee").build();
        assertThat(SignupRule.firstBrokenBy(clashing)).contains(NO_OVERLAP);
        assertThat(NO_OVERLAP.factsOf(clashing)).containsExactly("Session emcee", SHIFT);
    }

    @Test
    void givesNobodyAPlaceThatIsNotThere() {
        assertThat(SignupRule.firstBrokenBy(request().taken(1).build())).isEmpty();
        assertThat(SignupRule.firstBrokenBy(request().taken(2).build())).contains(HAS_ROOM);
    }

    @Test
    void keepsAPlaceForWhomeverWaitsAndCouldTakeIt() {
        assertThat(SignupRule.firstBrokenBy(request().claims(1).build())).isEmpty();
        assertThat(SignupRule.firstBrokenBy(request().taken(1).claims(1).build()))
                .contains(HAS_ROOM);
    }

    @Test
    void givesAnybodyTheirRest() {
        var close = request()
                .tooClose("Session emcee")
                .limits(new Limits(null, Duration.ofMinutes(30), null, null, null, null))
                .build();
        assertThat(SignupRule.firstBrokenBy(close)).contains(RESTS_BETWEEN);
        assertThat(RESTS_BETWEEN.factsOf(close)).containsExactly("Session emcee", SHIFT, Duration.ofMinutes(30));
    }

    @Test
    void letsNobodyWorkMoreThanTheConferencesHoursADay() {
        var six = new Limits(6, Duration.ZERO, null, null, null, null);
        assertThat(SignupRule.firstBrokenBy(request().limits(six).held(2, 9, 4).build()))
                .isEmpty();
        var seven = request().limits(six).held(2, 9, 5).build();
        assertThat(SignupRule.firstBrokenBy(seven)).contains(WITHIN_THE_DAY);
        assertThat(WITHIN_THE_DAY.factsOf(seven)).containsExactly(Duration.ofHours(7), 6);
    }

    @Test
    void leavesAChanceToOthersInTheFirstDaysAlone() {
        var twoUntilTen = new Limits(null, Duration.ZERO, 2, TEN, null, null);
        var third = request().limits(twoUntilTen).held(2, 4, 4);
        assertThat(SignupRule.firstBrokenBy(third.build())).contains(LEAVES_A_CHANCE_TO_OTHERS);
        assertThat(LEAVES_A_CHANCE_TO_OTHERS.factsOf(third.build())).containsExactly(2, TEN);
        assertThat(SignupRule.firstBrokenBy(
                        request().limits(twoUntilTen).held(1, 2, 2).build()))
                .isEmpty();
        var later = new Limits(null, Duration.ZERO, 2, NINE, null, null);
        assertThat(SignupRule.firstBrokenBy(third.limits(later).build())).isEmpty();
    }

    @Test
    void keepsToWhatTheVolunteerWants() {
        var own = new Limits(null, Duration.ZERO, null, null, 4, 8);
        assertThat(SignupRule.firstBrokenBy(request().limits(own).held(3, 6, 2).build()))
                .isEmpty();
        var longDay = request().limits(own).held(3, 5, 3).build();
        assertThat(SignupRule.firstBrokenBy(longDay)).contains(WITHIN_OWN_DAY);
        assertThat(WITHIN_OWN_DAY.factsOf(longDay)).containsExactly(Duration.ofHours(5), 4);
        var nine = request().limits(own).held(3, 7, 0).build();
        assertThat(SignupRule.firstBrokenBy(nine)).contains(WITHIN_OWN_HOURS);
        assertThat(WITHIN_OWN_HOURS.factsOf(nine)).containsExactly(Duration.ofHours(9), 8);
    }

    @ParameterizedTest
    @EnumSource
    void hasWordsForEveryRefusal(SignupRule rule) throws Exception {
        var messages = new Properties();
        messages.load(getClass().getResourceAsStream("/messages.properties"));
        assertThat(messages.getProperty("signup.refused." + rule)).isNotBlank();
    }

    private static Builder request() {
        return new Builder();
    }

    /** A request that breaks no rule, unless told to. */
    private static final class Builder {

        private Instant now = NINE;
        private boolean published = true;
        private SignupWindow window = SignupWindow.ALWAYS;
        private SignupRequest.Clearance clearance =
                new SignupRequest.Clearance("Session emcee", "session-emcee", RoleNeeds.NOTHING, null);
        private boolean alreadyOn;
        private SignupRequest.@Nullable Other clash;
        private SignupRequest.@Nullable Other tooClose;
        private SignupRequest.Held held = SignupRequest.Held.NOTHING;
        private SignupRequest.Limits limits = SignupRequest.Limits.NONE;
        private SignupRequest.Day day = SignupRequest.Day.FREE;
        private int claims;
        private int taken;

        Builder now(Instant now) {
            this.now = now;
            return this;
        }

        Builder draft() {
            published = false;
            return this;
        }

        Builder window(SignupWindow window) {
            this.window = window;
            return this;
        }

        Builder alreadyOn() {
            alreadyOn = true;
            return this;
        }

        Builder clash(String role) {
            clash = new SignupRequest.Other(role, SHIFT);
            return this;
        }

        Builder missing(String talk) {
            day = new SignupRequest.Day(true, List.of(new Agenda.Starred(talk, SHIFT, Set.of())), null, false);
            return this;
        }

        Builder taken(int taken) {
            this.taken = taken;
            return this;
        }

        Builder claims(int claims) {
            this.claims = claims;
            return this;
        }

        Builder tooClose(String role) {
            tooClose = new SignupRequest.Other(role, SHIFT);
            return this;
        }

        Builder needs(RoleNeeds needs, @Nullable ClearanceState state) {
            clearance = new SignupRequest.Clearance("Session emcee", "session-emcee", needs, state);
            return this;
        }

        Builder held(int shifts, int hoursInAll, int hoursThatDay) {
            held = new SignupRequest.Held(shifts, Duration.ofHours(hoursInAll), Duration.ofHours(hoursThatDay));
            return this;
        }

        Builder limits(SignupRequest.Limits limits) {
            this.limits = limits;
            return this;
        }

        SignupRequest build() {
            var staffing = new Staffing(Need.of(2), taken, 0, 0, 0);
            var standing = alreadyOn ? Signup.State.CONFIRMED : null;
            return new SignupRequest(
                    now, SHIFT, published, window, standing, clash, tooClose, clearance, held, limits, staffing, day,
                    claims);
        }
    }
}
