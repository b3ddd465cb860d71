package org.manyhands.checkin;

import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.manyhands.shared.Facts;
import org.manyhands.shared.LocalTimes;

/**
 * When somebody came and went, as it is put right by hand, in the conference's zone.
 *
 * @param note null where the asker does not read notes
 * @param version of the signup as it was shown
 */
@NullUnmarked
record CorrectionForm(
        LocalDateTime arrived,
        LocalDateTime done,
        @Size(max = 300) String note,
        Integer version) {

    static CorrectionForm of(Arrival arrival, LocalTimes times, boolean withNote) {
        var presence = arrival.presence();
        return new CorrectionForm(
                presence.arrivedAt() == null
                        ? null
                        : times.local(presence.arrivedAt()).withSecond(0).withNano(0),
                presence.doneAt() == null
                        ? null
                        : times.local(presence.doneAt()).withSecond(0).withNano(0),
                withNote ? presence.note() : null,
                arrival.version());
    }

    /** For the page on which a stale edit comes back. */
    public Map<String, String> inWords() {
        return Facts.of("Arrived", inWords(arrived), "Left", inWords(done), "Note", note);
    }

    private static String inWords(LocalDateTime time) {
        return time == null ? null : time.toString().replace('T', ' ');
    }
}
