package org.manyhands.matching;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.manyhands.shared.LocalTimes;
import org.manyhands.shared.TimeRange;
import org.manyhands.signup.Agenda;

/**
 * Says in a sentence why a shift is suggested: "Quiet, ends 20 min before “Django and HTMX”, next to your other shift;
 * needs 2 more."
 */
final class Reasons {

    /** A talk further away than this has nothing to do with a shift. */
    private static final Duration NEAR = Duration.ofMinutes(90);

    private Reasons() {}

    static String of(Candidate shift, Asker asker) {
        var parts = new ArrayList<String>();
        parts.add(shift.setting().words());
        if (asker.wishes().contains(shift.roleSlug())) {
            parts.add("a role you asked for");
        }
        talk(shift, asker).ifPresent(parts::add);
        if (isNextToAnother(shift, asker)) {
            parts.add("next to your other shift");
        }
        return String.join(", ", parts) + need(shift) + ".";
    }

    private static Optional<String> talk(Candidate shift, Asker asker) {
        return shift.heard() == null
                ? before(shift.during(), asker.starred()).or(() -> after(shift.during(), asker.starred()))
                : Optional.of("lets you hear " + named(shift.heard()));
    }

    private static Optional<String> before(TimeRange shift, List<Agenda.Starred> starred) {
        return starred.stream()
                .filter(talk -> !talk.during().start().isBefore(shift.end())
                        && !talk.during().start().isAfter(shift.end().plus(NEAR)))
                .findFirst()
                .map(talk -> "ends "
                        + gap(
                                "just before ",
                                Duration.between(shift.end(), talk.during().start()),
                                " before ")
                        + named(talk.title()));
    }

    private static Optional<String> after(TimeRange shift, List<Agenda.Starred> starred) {
        return starred.stream()
                .filter(talk -> !talk.during().end().isAfter(shift.start())
                        && !talk.during().end().isBefore(shift.start().minus(NEAR)))
                .reduce((_, last) -> last)
                .map(talk -> "begins "
                        + gap("just after ", Duration.between(talk.during().end(), shift.start()), " after ")
                        + named(talk.title()));
    }

    private static String gap(String none, Duration length, String some) {
        return length.isZero() ? none : LocalTimes.length(length) + some;
    }

    private static String named(String title) {
        return "“" + title + "”";
    }

    static boolean isNextToAnother(Candidate shift, Asker asker) {
        return Score.toTheNearest(shift.during(), asker)
                .filter(gap -> gap.compareTo(Duration.ofMinutes(Weights.NEXT_TO_MINUTES)) <= 0)
                .isPresent();
    }

    private static String need(Candidate shift) {
        if (shift.missing() > 0) {
            return "; needs " + shift.missing() + " more to open";
        }
        return shift.wanted() > 0 ? "; " + shift.wanted() + " more wanted" : "";
    }
}
