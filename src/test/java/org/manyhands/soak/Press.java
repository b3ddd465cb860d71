package org.manyhands.soak;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.manyhands.AtOnce;
import org.manyhands.PlainBrowser;
import org.manyhands.conference.Conference;
import org.manyhands.shift.Shift;

/** Of a button at a shift, in somebody's window. */
record Press(PlainBrowser window, Shift shift, String button, Map<String, String> form) {

    static Press take(PlainBrowser window, Shift shift) {
        return take(window, shift, UUID.randomUUID());
    }

    static Press take(PlainBrowser window, Shift shift, UUID request) {
        return new Press(window, shift, "signup", Map.of("requestId", request.toString()));
    }

    static Press await(PlainBrowser window, Shift shift) {
        var request = UUID.randomUUID().toString();
        return new Press(window, shift, "signup", Map.of("requestId", request, "waitlist", "true"));
    }

    static Press leave(PlainBrowser window, Shift shift) {
        return new Press(window, shift, "withdraw", Map.of());
    }

    /** What each is answered, in their order: the status, and where it leads. */
    static List<String> atOnce(Conference conference, List<Press> all) {
        return AtOnce.each(all, press -> press.happens(conference));
    }

    private String happens(Conference conference) {
        var address = "/%s/shifts/%s/%s".formatted(conference.slug(), shift.id().shiftId(), button);
        try {
            var answer = window.post(address, form);
            return answer.statusCode() + " "
                    + answer.headers().firstValue("Location").orElse("to nowhere");
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(address + " gave no answer", e);
        }
    }
}
