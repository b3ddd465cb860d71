package org.manyhands.signup;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.manyhands.clearance.ClearanceState;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shift.ShiftId;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.stereotype.Component;

/** Says which shifts fit one volunteer's own days: by the rules, by when they are there, and by the talks they starred. */
@Component
public class Fits {

    private final SignupRequests requests;
    private final Agendas agendas;

    Fits(SignupRequests requests, Agendas agendas) {
        this.requests = requests;
        this.agendas = agendas;
    }

    /** A rule by its name, and what its words are filled with. */
    public record Against(String rule, List<Object> facts) {}

    /**
     * What a shift is to a volunteer's days, whether or not it has room.
     *
     * @param against the rule that stands against it, with what its words are filled with; null where none does
     * @param clearance what became of their asking for what the role needs first; null where they did not
     * @param there whether they are at the conference on that day, as far as they said
     * @param missed the talks they starred that it would take from them, by their start
     * @param heard a talk they starred that they would hear while they work
     */
    public record Fit(
            @Nullable Against against,
            @Nullable ClearanceState clearance,
            boolean there,
            List<Agenda.Starred> missed,
            Agenda.@Nullable Starred heard) {

        public @Nullable String heardTitle() {
            return heard == null ? null : heard.title();
        }

        /** Whether the role needs something first that they do not have. */
        boolean asksFirst() {
            return against != null && against.rule().equals(SignupRule.ROLE_IS_CLEARED.name());
        }

        public boolean fits() {
            return against == null && there && missed.isEmpty();
        }
    }

    public FittedShifts of(VolunteerId volunteer, Collection<ShiftId> shifts, ConferencePage conference, Instant now) {
        var agenda = shifts.isEmpty() ? Agenda.EMPTY : agendas.of(volunteer, null);
        return new FittedShifts(requests.readAll(volunteer, shifts, agenda, now), agenda, conference.zone());
    }

    static Fit fit(SignupRequest request) {
        var against = SignupRule.firstBrokenBesidesRoom(request.evenSo())
                .map(rule -> new Against(rule.name(), rule.factsOf(request)))
                .orElse(null);
        var day = request.day();
        return new Fit(against, request.clearance().state(), day.there(), day.missed(), day.heard());
    }
}
