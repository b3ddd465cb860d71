package org.manyhands.checkin;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.manyhands.shared.LocalTimes;
import org.manyhands.shared.TimeRange;
import org.manyhands.signup.Attendance;
import org.manyhands.signup.Presence;
import org.manyhands.signup.SignupId;

/**
 * Somebody on a shift, and whether they have come.
 *
 * @param onlyOffered whether they have not said yes to it yet
 * @param mayGoFrom when the next people take over, at the latest the end of the shift
 */
record Arrival(
        SignupId id,
        int version,
        Name name,
        boolean onlyOffered,
        String role,
        String place,
        TimeRange during,
        Instant mayGoFrom,
        Presence presence) {

    /** So much later, or earlier, is on time. */
    private static final Duration ON_TIME = Duration.ofMinutes(5);

    /** What those of one shift have in common. */
    record Shift(TimeRange during, String role, String place) {}

    Shift shift() {
        return new Shift(during, role, place);
    }

    public boolean is(String attendance) {
        return presence.attendance() == Attendance.valueOf(attendance);
    }

    /** Whether they should be here by now, and are not, as far as the desk knows. */
    public boolean isLate(Instant now) {
        return is("EXPECTED") && !onlyOffered && now.isAfter(during.start().plus(ON_TIME));
    }

    /** "12 min late". */
    public Optional<String> cameLate() {
        return Optional.ofNullable(presence.arrivedAt())
                .map(arrived -> Duration.between(during.start(), arrived))
                .filter(late -> late.compareTo(ON_TIME) > 0)
                .map(late -> inMinutes(late) + " late");
    }

    /** "20 min early". */
    public Optional<String> wentEarly() {
        return Optional.ofNullable(presence.doneAt())
                .filter(done -> Duration.between(done, mayGoFrom).compareTo(ON_TIME) > 0)
                .map(done -> inMinutes(Duration.between(done, during.end())) + " early");
    }

    /** "2 h 5 min". */
    public Optional<String> worked() {
        return presence.worked().map(Arrival::inMinutes);
    }

    private static String inMinutes(Duration length) {
        return LocalTimes.length(Duration.ofMinutes(length.plusSeconds(30).toMinutes()));
    }
}
