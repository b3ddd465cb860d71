package org.manyhands.conference;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.manyhands.shared.Facts;

/** What an organizer types of waitlists; what is left out stays as it is. */
@NullUnmarked
record WaitlistForm(
        @Min(0) @Max(168) Integer cutoffHours,
        @Min(10) @Max(2880) Integer offerMinutes) {

    static WaitlistForm of(WaitlistTerms terms) {
        return new WaitlistForm(
                (int) terms.cutoff().toHours(), (int) terms.offerTime().toMinutes());
    }

    WaitlistTerms over(WaitlistTerms stored) {
        return new WaitlistTerms(
                cutoffHours == null ? stored.cutoff() : Duration.ofHours(cutoffHours),
                offerMinutes == null ? stored.offerTime() : Duration.ofMinutes(offerMinutes));
    }

    Map<String, String> inWords() {
        return Facts.of(
                "Place given at once",
                "until " + cutoffHours + " hours before",
                "Offer kept",
                offerMinutes + " minutes");
    }
}
