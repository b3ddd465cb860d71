package org.manyhands.signup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.manyhands.clearance.ClearanceState;
import org.manyhands.conference.SignupWindow;
import org.manyhands.role.RoleNeeds;
import org.manyhands.shared.TimeRange;
import org.manyhands.shift.Staffing;

/**
 * What is known when somebody asks for a shift. For a yes it is read while their row and the shift's are locked, so that it
 * stays true until the answer is written; a no may come from a look before that.
 *
 * @param standing what the same person is to this shift already; nothing for null
 * @param clash the first shift of theirs that overlaps this one
 * @param tooClose the first shift of theirs that leaves less rest before or after this one than the conference wants
 * @param clearance what the role needs of whoever takes it, and whether they have it
 * @param day what they said of themselves, and starred
 * @param claims free places that people waiting in line can take, and so nobody else
 */
record SignupRequest(
        Instant now,
        TimeRange during,
        boolean published,
        SignupWindow window,
        Signup.@Nullable State standing,
        @Nullable Other clash,
        @Nullable Other tooClose,
        Clearance clearance,
        Held held,
        Limits limits,
        Staffing staffing,
        Day day,
        int claims) {

    /**
     * What they would miss, or hear, at that time.
     *
     * @param there whether they are at the conference on the day on which it begins, as far as they said
     * @param missed the talks they starred that they could not attend, by their start
     * @param heard the first of those that is given where they would work, in a role that hears the talks
     * @param evenSo whether they take it all the same
     */
    record Day(boolean there, List<Agenda.Starred> missed, Agenda.@Nullable Starred heard, boolean evenSo) {

        static final Day FREE = new Day(true, List.of(), null, false);
    }

    /**
     * Whether they may take shifts of the role.
     *
     * @param state what became of it since they asked; null where they did not
     */
    record Clearance(
            String role,
            String slug,
            RoleNeeds needs,
            @Nullable ClearanceState state) {

        boolean stands() {
            return !needs.isSomething() || state == ClearanceState.GRANTED;
        }

        /** As messages.properties counts it: 0 not asked, 1 asked, 2 declined. */
        int progress() {
            return state == null ? 0 : state == ClearanceState.ASKED ? 1 : 2;
        }
    }

    /** Another shift of the same person. */
    record Other(String role, TimeRange during) {}

    /** What the same person holds besides: shifts in all, their hours in all, and their hours on this shift's day. */
    record Held(int shifts, Duration inAll, Duration thatDay) {

        static final Held NOTHING = new Held(0, Duration.ZERO, Duration.ZERO);
    }

    /**
     * How much may be taken; no limit where null.
     *
     * @param hoursADay the conference's
     * @param rest between two shifts, zero for none
     * @param firstShifts how many in the first days of sign-up
     * @param firstDaysEnd when those days end
     * @param ownHoursADay the volunteer's own
     * @param ownHours the volunteer's own, in all
     */
    record Limits(
            @Nullable Integer hoursADay,
            Duration rest,
            @Nullable Integer firstShifts,
            @Nullable Instant firstDaysEnd,
            @Nullable Integer ownHoursADay,
            @Nullable Integer ownHours) {

        static final Limits NONE = new Limits(null, Duration.ZERO, null, null, null, null);
    }

    SignupRequest claimed(int claims) {
        return new SignupRequest(
                now, during, published, window, standing, clash, tooClose, clearance, held, limits, staffing, day,
                claims);
    }

    /** As of somebody who takes other shifts before it. */
    SignupRequest beside(Agenda.Beside others) {
        return new SignupRequest(
                now,
                during,
                published,
                window,
                standing,
                others.clash(),
                others.tooClose(),
                clearance,
                others.held(),
                limits,
                staffing,
                day,
                claims);
    }

    /** As of somebody who takes it, or keeps it, whatever talk they starred. */
    SignupRequest evenSo() {
        var yes = new Day(day.there(), day.missed(), day.heard(), true);
        return new SignupRequest(
                now, during, published, window, standing, clash, tooClose, clearance, held, limits, staffing, yes,
                claims);
    }

    SignupRequest evenSo(boolean wanted) {
        return wanted ? evenSo() : this;
    }

    boolean missesNoStarredTalk() {
        return day.missed().isEmpty() || day.evenSo();
    }

    boolean alreadyOn() {
        return standing == Signup.State.CONFIRMED || standing == Signup.State.OFFERED;
    }

    boolean hasRoom() {
        var maximum = staffing.need().maximum();
        return maximum == null || staffing.occupied() + claims < maximum;
    }

    Duration thatDay() {
        return held.thatDay().plus(during.length());
    }

    Duration inAll() {
        return held.inAll().plus(during.length());
    }

    /** Whether everybody is to get a chance first, and this person has had theirs. */
    boolean isTheTurnOfOthers() {
        return limits.firstShifts() != null
                && limits.firstDaysEnd() != null
                && now.isBefore(limits.firstDaysEnd())
                && held.shifts() >= limits.firstShifts();
    }
}
