package org.manyhands.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.manyhands.role.Setting;
import org.manyhands.shared.TimeRange;
import org.manyhands.signup.Agenda;
import org.manyhands.volunteer.Suits;

/** By examples: who is suggested what first, and in which words. */
class ScoreTests {

    private static final Asker ANYBODY = new Asker(Suits.EITHER, Set.of(), null, List.of(), List.of());

    @Test
    void goesBySettingFirstToWhoeverAskedForOne() {
        var shy = new Asker(Suits.QUIET, Set.of(), null, List.of(), List.of());
        assertThat(score(quiet(), shy)).isGreaterThan(score(between(), shy)).isGreaterThan(score(desk(), shy));
        assertThat(score(quiet(), ANYBODY)).isEqualTo(score(desk(), ANYBODY));
    }

    @Test
    void prefersAWishedRoleToAWishedSetting() {
        var wishing = new Asker(Suits.QUIET, Set.of("desk"), null, List.of(), List.of());
        var wished = candidate("desk", Setting.BETWEEN, "10:00", "12:00");
        assertThat(score(wished, wishing)).isGreaterThan(score(quiet(), wishing));
    }

    @Test
    void prefersWhatCannotOpenAndMoreSoTheMoreAreMissing() {
        assertThat(score(needing(1), ANYBODY)).isGreaterThan(score(wanting(5), ANYBODY));
        assertThat(score(needing(3), ANYBODY)).isGreaterThan(score(needing(1), ANYBODY));
        assertThat(score(needing(30), ANYBODY)).isEqualTo(score(needing(3), ANYBODY));
        assertThat(score(wanting(1), ANYBODY)).isGreaterThan(score(wanting(0), ANYBODY));
    }

    @Test
    void prefersToHearAStarredTalkAtWork() {
        var emcee = new Candidate(time("10:00", "12:00"), "emcee", Setting.PEOPLE, 0, 1, "Django and HTMX");
        var needing = new Candidate(time("10:00", "12:00"), "emcee", Setting.PEOPLE, 2, 2, null);
        assertThat(score(emcee, ANYBODY)).isGreaterThan(score(needing, ANYBODY));
    }

    @Test
    void putsShiftsTogether() {
        var atNine = busy("08:00", "10:00");
        assertThat(score(desk("10:00", "12:00"), atNine)).isGreaterThan(score(desk("12:00", "14:00"), atNine));
        assertThat(score(desk("12:00", "14:00"), atNine)).isGreaterThan(score(desk("18:00", "20:00"), atNine));
    }

    @Test
    void countsNoDistanceToAnotherDay() {
        var tomorrow =
                new TimeRange(at("10:00").plus(Duration.ofDays(1)), at("12:00").plus(Duration.ofDays(1)));
        var other = new Candidate(tomorrow, "desk", Setting.PEOPLE, 0, 1, null);
        assertThat(score(other, busy("08:00", "10:00")))
                .isGreaterThan(score(desk("18:00", "20:00"), busy("08:00", "10:00")));
    }

    @Test
    void leavesTheEasyOnesToThoseWhoHaveNone() {
        var keen = busy("02:00", "03:00");
        var lost = score(desk("10:00", "12:00"), ANYBODY) - score(desk("10:00", "12:00"), keen);
        var needed = new Candidate(time("10:00", "12:00"), "desk", Setting.PEOPLE, 1, 1, null);
        assertThat(lost).isGreaterThan(score(needed, ANYBODY) - score(needed, keen));
    }

    @Test
    void spendsFewHoursSparingly() {
        var twoHours =
                new Asker(Suits.EITHER, Set.of(), Duration.ofHours(4), List.of(time("02:00", "04:00")), List.of());
        assertThat(score(desk("10:00", "11:00"), twoHours)).isGreaterThan(score(desk("10:00", "12:00"), twoHours));
        assertThat(score(desk("10:00", "11:00"), ANYBODY)).isEqualTo(score(desk("10:00", "12:00"), ANYBODY));
    }

    @Test
    void saysWhyInASentence() {
        var asker = new Asker(
                Suits.QUIET,
                Set.of(),
                null,
                List.of(time("08:00", "10:00")),
                List.of(new Agenda.Starred("Django and HTMX", time("12:20", "13:00"), Set.of())));
        var shift = new Candidate(time("10:00", "12:00"), "bags", Setting.QUIET, 2, 2, null);
        assertThat(Reasons.of(shift, asker))
                .isEqualTo(
                        "Quiet, ends 20 min before “Django and HTMX”, next to your other shift; needs 2 more to open.");
    }

    @Test
    void namesTheTalkBeforeOneWhereNoneFollows() {
        var asker = new Asker(
                Suits.EITHER,
                Set.of("desk"),
                null,
                List.of(),
                List.of(new Agenda.Starred("Keynote", time("09:00", "10:00"), Set.of())));
        assertThat(Reasons.of(desk("10:00", "12:00"), asker))
                .isEqualTo("People-facing, a role you asked for, begins just after “Keynote”; 1 more wanted.");
        assertThat(Reasons.of(desk("12:00", "14:00"), asker))
                .isEqualTo("People-facing, a role you asked for; 1 more wanted.");
    }

    @Test
    void namesTheTalkThatIsHeard() {
        var emcee = new Candidate(time("10:00", "12:00"), "emcee", Setting.PEOPLE, 0, 0, "Django and HTMX");
        assertThat(Reasons.of(emcee, ANYBODY)).isEqualTo("People-facing, lets you hear “Django and HTMX”.");
    }

    @Test
    void measuresTheGapWhicheverComesFirst() {
        assertThat(Score.gap(time("08:00", "10:00"), time("10:15", "12:00"))).hasMinutes(15);
        assertThat(Score.gap(time("10:15", "12:00"), time("08:00", "10:00"))).hasMinutes(15);
        assertThat(Score.gap(time("08:00", "10:15"), time("10:00", "12:00"))).isZero();
        assertThat(Score.gap(time("08:00", "20:00"), time("10:00", "12:00"))).isZero();
    }

    private static double score(Candidate shift, Asker asker) {
        return Score.of(shift, asker);
    }

    private static Asker busy(String from, String to) {
        return new Asker(Suits.EITHER, Set.of(), null, List.of(time(from, to)), List.of());
    }

    private static Candidate quiet() {
        return candidate("bags", Setting.QUIET, "10:00", "12:00");
    }

    private static Candidate between() {
        return candidate("runner", Setting.BETWEEN, "10:00", "12:00");
    }

    private static Candidate desk() {
        return desk("10:00", "12:00");
    }

    private static Candidate desk(String from, String to) {
        return candidate("desk", Setting.PEOPLE, from, to);
    }

    private static Candidate needing(int missing) {
        return new Candidate(time("10:00", "12:00"), "desk", Setting.PEOPLE, missing, missing, null);
    }

    private static Candidate wanting(int wanted) {
        return new Candidate(time("10:00", "12:00"), "desk", Setting.PEOPLE, 0, wanted, null);
    }

    private static TimeRange time(String from, String to) {
        return new TimeRange(at(from), at(to));
    }

    private static Instant at(String time) {
        return Instant.parse("2026-10-19T" + time + ":00Z");
    }

    private static Candidate candidate(String role, Setting setting, String from, String to) {
        return new Candidate(time(from, to), role, setting, 0, 1, null);
    }
}
