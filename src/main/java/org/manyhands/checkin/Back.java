package org.manyhands.checkin;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.manyhands.shared.Query;
import org.manyhands.signup.SignupId;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which part of the check-in somebody looks at, as its address and its forms say it: so a press comes back there.
 *
 * @param place the slug of one
 * @param q part of a name
 * @param code of somebody who showed it
 */
record Back(
        @Nullable String place,
        @Nullable String q,
        @Nullable String code) {

    private static final int LONGEST = 100;

    Back {
        place = readable(place);
        q = readable(q);
        code = readable(code);
    }

    private static @Nullable String readable(@Nullable String text) {
        return text == null || text.isBlank() || text.length() > LONGEST || text.indexOf('\0') >= 0
                ? null
                : text.strip();
    }

    /** An address within the site. */
    public String under(String conferenceSlug) {
        var checkIn = "/" + conferenceSlug + "/organize/checkin";
        if (code != null) {
            return UriComponentsBuilder.fromPath(checkIn)
                    .pathSegment("code", code)
                    .encode()
                    .toUriString();
        }
        return checkIn + query();
    }

    /** There, at the person whose shift it is. */
    String at(SignupId signup, String conferenceSlug) {
        return under(conferenceSlug) + "#s-" + signup.signupId();
    }

    /** For pages between that come back here. */
    public String query() {
        var parts = new LinkedHashMap<String, @Nullable String>();
        parts.put("place", place);
        parts.put("q", q);
        parts.put("code", code);
        return Query.of(parts);
    }

    public Back atPlace(@Nullable String other) {
        return new Back(other, null, null);
    }
}
