package org.manyhands.signup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferenceId;
import org.manyhands.shared.TimeRange;
import org.manyhands.shift.ShiftList;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.stereotype.Component;

/** Says whose days a shift fits, by the same rules by which they take it: all volunteers of a conference in two statements. */
@Component
public class WhoFits {

    /** A talk further away than this has nothing to do with a shift. */
    private static final Duration NEAR = Duration.ofHours(2);

    private final SignupRequests requests;
    private final Agendas agendas;

    WhoFits(SignupRequests requests, Agendas agendas) {
        this.requests = requests;
        this.agendas = agendas;
    }

    public record Fitting(VolunteerId volunteer, Fits.Fit fit, Agenda agenda) {}

    /**
     * @param closed the rule that keeps everybody from taking the shift by themselves; null where they can
     * @param people whom nothing else keeps from it, and who would miss no talk that they starred
     */
    public record Found(Fits.@Nullable Against closed, List<Fitting> people) {}

    public Found of(ShiftList.Line shift, ConferenceId conference, Instant now) {
        var near = new TimeRange(
                shift.during().start().minus(NEAR), shift.during().end().plus(NEAR));
        var everybodys = agendas.ofEverybody(conference, near);
        var asked = requests.readOfEverybody(shift.id(), everybodys, now);
        var people = asked.entrySet().stream()
                .map(each -> new Fitting(
                        each.getKey(), fit(each.getValue()), everybodys.getOrDefault(each.getKey(), Agenda.EMPTY)))
                .filter(each -> each.fit().fits())
                .toList();
        return new Found(
                asked.values().stream().findFirst().flatMap(WhoFits::closed).orElse(null), people);
    }

    private static Optional<Fits.Against> closed(SignupRequest request) {
        return SignupRule.allBrokenBy(request).stream()
                .filter(SignupRule.ABOUT_THE_SHIFT::contains)
                .findFirst()
                .map(rule -> new Fits.Against(rule.name(), rule.factsOf(request)));
    }

    /** As of a shift that can be taken. */
    private static Fits.Fit fit(SignupRequest request) {
        var against = SignupRule.allBrokenBy(request.evenSo()).stream()
                .filter(rule -> rule != SignupRule.HAS_ROOM && !SignupRule.ABOUT_THE_SHIFT.contains(rule))
                .findFirst()
                .map(rule -> new Fits.Against(rule.name(), rule.factsOf(request)))
                .orElse(null);
        var day = request.day();
        return new Fits.Fit(against, request.clearance().state(), day.there(), day.missed(), day.heard());
    }
}
