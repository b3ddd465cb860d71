package org.manyhands.signup.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.shift.ShiftId;
import org.manyhands.volunteer.VolunteerId;

/** Histories of which one knows what to think: bad ones that were planted, and good ones that only look bad. */
class HistoryTests {

    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration WITHIN_A_SECOND = Duration.ofSeconds(1);

    private final ShiftId desk = new ShiftId(UUID.randomUUID());
    private final VolunteerId robin = new VolunteerId(UUID.randomUUID());
    private final VolunteerId kim = new VolunteerId(UUID.randomUUID());
    private final VolunteerId noor = new VolunteerId(UUID.randomUUID());

    /** Goes on by a millisecond whenever something is written down. */
    private long now;

    private final History history = new History(() -> now += 1_000_000);

    @BeforeEach
    void onePlace() {
        history.begin(desk, 1);
    }

    private History.Call took(VolunteerId person) {
        var call = history.taking(desk, person);
        call.isDone();
        return call;
    }

    private void left(VolunteerId person) {
        history.leaving(desk, person).isDone();
    }

    private void found(String words) {
        assertThat(history.findings()).singleElement().asString().contains(words);
    }

    @Test
    void findsAPlaceSoldTwice() {
        took(robin);
        took(kim);
        found("no place to take");
    }

    @Test
    void findsAPlaceSoldTwiceAmongCallsAtTheSameTime() {
        var first = history.taking(desk, robin);
        var second = history.taking(desk, kim);
        second.isDone();
        first.isDone();
        found("no place to take");
    }

    @Test
    void findsAPlaceGivenAwayBeforeItsHolderBeganToLeave() {
        took(robin);
        took(kim);
        left(robin);
        found("no place to take");
    }

    @Test
    void findsSomebodyFullThoughThereWasRoomTheWholeTime() {
        took(robin);
        left(robin);
        history.taking(desk, kim).isFull();
        found("FULL");
    }

    @Test
    void findsSomebodyWaitingThoughThereWasRoomTheWholeTime() {
        history.taking(desk, kim).waits();
        found("WAITING");
    }

    @Test
    void seesThatWhoeverWaitsMayBePromotedBeforeTheyHearThatTheyWait() {
        took(robin);
        var waiting = history.taking(desk, kim);
        left(robin);
        history.taking(desk, noor).isFull();
        waiting.waits();
        waiting.isPromoted();
        assertThat(history.findings()).isEmpty();
    }

    @Test
    void findsAnAcknowledgedSignupThatWasLost() {
        took(robin);
        history.reading(desk, AT_ONCE).shows(0);
        found("0 of 1");
    }

    @Test
    void findsAPageForThemThatDoesNotShowWhatTheyJustTook() {
        took(robin);
        var page = history.reading(desk, robin);
        left(robin);
        page.shows(0);
        assertThat(history.findings()).as("they left meanwhile").isEmpty();
        took(robin);
        history.reading(desk, robin).shows(0);
        found("0 of 1");
    }

    @Test
    void findsAPageThatShowsWhoHasLeft() {
        took(robin);
        left(robin);
        history.reading(desk, robin).shows(1);
        found("1 of 1");
    }

    @Test
    void findsAPublicPageOlderThanItMayBe() {
        took(robin);
        history.reading(desk, WITHIN_A_SECOND).shows(0);
        assertThat(history.findings()).as("still within its second").isEmpty();
        now += WITHIN_A_SECOND.toNanos();
        history.reading(desk, WITHIN_A_SECOND).shows(0);
        found("0 of 1");
    }

    @Test
    void findsAPersonOnTheSameShiftTwice() {
        var wide = new History(() -> now += 1_000_000);
        wide.begin(desk, 10);
        for (var time = 0; time < 2; time++) {
            wide.taking(desk, robin).isDone();
        }
        assertThat(wide.findings()).singleElement().asString().contains("no place to take");
    }

    @Test
    void findsThatSomebodyLeftWhoWasNeverThere() {
        left(robin);
        assertThat(history.findings()).hasSize(2).allMatch(words -> words.contains("no place to leave"));
    }

    @Test
    void findsAPromotionWithoutAFreePlace() {
        took(robin);
        var waiting = history.taking(desk, kim);
        waiting.waits();
        waiting.isPromoted();
        found("no place to take");
    }

    @Test
    void seesThatAPlaceMayBeLeftJustBeforeItIsTaken() {
        took(robin);
        var taking = history.taking(desk, kim);
        var leaving = history.leaving(desk, robin);
        taking.isDone();
        leaving.isDone();
        assertThat(history.findings()).isEmpty();
    }

    @Test
    void seesThatTwoMayPassOnOnePlaceWithinOneCall() {
        took(robin);
        var leaving = history.leaving(desk, robin);
        var taking = history.taking(desk, kim);
        var leavingAgain = history.leaving(desk, kim);
        took(noor);
        taking.isDone();
        leaving.isDone();
        leavingAgain.isDone();
        assertThat(history.findings()).isEmpty();
    }

    @Test
    void seesThatAShiftMayHaveBeenFullForAMoment() {
        var refused = history.taking(desk, kim);
        took(robin);
        left(robin);
        refused.isFull();
        assertThat(history.findings()).isEmpty();
    }

    @Test
    void seesThatACallWithoutAnAnswerMayHaveHappened() {
        history.taking(desk, robin);
        history.taking(desk, kim).isFull();
        history.reading(desk, AT_ONCE).shows(1);
        assertThat(history.findings()).isEmpty();
    }

    @Test
    void seesThatACallWithoutAnAnswerMayNotHaveHappened() {
        history.taking(desk, robin);
        took(kim);
        history.reading(desk, robin).shows(0);
        assertThat(history.findings()).isEmpty();
    }

    @Test
    void seesThatAFreePlaceIsKeptForWhoeverWaits() {
        took(robin);
        var waiting = history.taking(desk, kim);
        waiting.waits();
        left(robin);
        history.taking(desk, noor).isFull();
        waiting.isPromoted();
        history.reading(desk, kim).shows(1);
        assertThat(history.findings()).isEmpty();
    }

    @Test
    void startsWithThoseWhoAreThereAlready() {
        history.begin(desk, 1, robin);
        history.reading(desk, robin).shows(1);
        history.taking(desk, kim).isFull();
        left(robin);
        took(kim);
        assertThat(history.findings()).isEmpty();
    }
}
