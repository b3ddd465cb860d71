package org.manyhands.signup;

import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shift.ShiftId;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.stereotype.Component;

/** Says which shifts fit one volunteer's own days: by the rules, by when they are there, and by the talks they starred. */
@Component
public class Fits {

    private final SignupRequests requests;

    Fits(SignupRequests requests) {
        this.requests = requests;
    }

    /**
     * What a shift is to a volunteer's days, whether or not it has room.
     *
     * @param allowed whether no rule stands against it
     * @param there whether they are at the conference on that day, as far as they said
     * @param missed a talk they starred that it would take from them
     * @param heard a talk they starred that they would hear while they work
     */
    public record Fit(
            boolean allowed,
            boolean there,
            SignupRequest.@Nullable Starred missed,
            SignupRequest.@Nullable Starred heard) {

        public @Nullable String missedTitle() {
            return missed == null ? null : missed.title();
        }

        public @Nullable String heardTitle() {
            return heard == null ? null : heard.title();
        }

        public boolean fits() {
            return allowed && there && missed == null;
        }
    }

    public FittedShifts of(VolunteerId volunteer, Collection<ShiftId> shifts, ConferencePage conference, Instant now) {
        return new FittedShifts(requests.readAll(volunteer, shifts, now), conference.zone());
    }

    static Fit fit(SignupRequest request) {
        var allowed = SignupRule.firstBrokenBesidesRoom(request.evenSo()).isEmpty();
        var day = request.day();
        return new Fit(allowed, day.there(), day.missed(), day.heard());
    }
}
