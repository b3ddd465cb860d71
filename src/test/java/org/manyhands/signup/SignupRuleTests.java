package org.manyhands.signup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.manyhands.signup.SignupRule.HAS_NOT_BEGUN;
import static org.manyhands.signup.SignupRule.HAS_ROOM;
import static org.manyhands.signup.SignupRule.NOT_TAKEN_TWICE;
import static org.manyhands.signup.SignupRule.NO_OVERLAP;
import static org.manyhands.signup.SignupRule.SHIFT_IS_PUBLISHED;
import static org.manyhands.signup.SignupRule.SIGNUP_HAS_NOT_CLOSED;
import static org.manyhands.signup.SignupRule.SIGNUP_HAS_OPENED;

import java.time.Instant;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.manyhands.conference.SignupWindow;
import org.manyhands.shared.TimeRange;
import org.manyhands.shift.Need;
import org.manyhands.shift.Staffing;

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
    void givesNobodyTheSameShiftTwice() {
        assertThat(SignupRule.firstBrokenBy(request().alreadyOn().build())).contains(NOT_TAKEN_TWICE);
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
        private boolean alreadyOn;
        private SignupRequest.@Nullable Clash clash;
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
            clash = new SignupRequest.Clash(role, SHIFT);
            return this;
        }

        Builder taken(int taken) {
            this.taken = taken;
            return this;
        }

        SignupRequest build() {
            var staffing = new Staffing(Need.of(2), taken, 0);
            return new SignupRequest(now, SHIFT, published, window, alreadyOn, clash, staffing);
        }
    }
}
