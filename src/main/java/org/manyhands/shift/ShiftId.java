package org.manyhands.shift;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.manyhands.shared.Ids;
import org.manyhands.shared.NotFound;

/** Names a shift of a conference. */
@Embeddable
public record ShiftId(UUID shiftId) {

    public static ShiftId next() {
        return new ShiftId(Ids.next());
    }

    /** Its page, as an address within the site. */
    public String under(String conferenceSlug) {
        return "/" + conferenceSlug + "/shifts/" + shiftId;
    }

    /** One of several in a form: a text that is no UUID is a shift that nobody has, and costs the others nothing. */
    public static ShiftId lenient(String text) {
        try {
            return of(text);
        } catch (NotFound e) {
            return next();
        }
    }

    /** For addresses; a text that is no UUID is no shift. */
    public static ShiftId of(String text) {
        return new ShiftId(Ids.parse(text));
    }
}
