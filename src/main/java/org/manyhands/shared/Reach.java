package org.manyhands.shared;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** Links by which people are called and written to. */
public final class Reach {

    private Reach() {}

    /** What of a telephone number is dialled. */
    public static String dialled(String phone) {
        return phone.replaceAll("[^+0-9]", "");
    }

    /** A link that takes no blanks (RFC 3966); none where there is nothing to dial. */
    public static @Nullable String byPhone(@Nullable String phone) {
        return phone == null || dialled(phone).isEmpty() ? null : "tel:" + dialled(phone);
    }

    /** A link in which a question mark would begin the headers (RFC 6068). */
    public static String byMail(String email) {
        return "mailto:" + UriUtils.encode(email, StandardCharsets.UTF_8).replace("%40", "@");
    }
}
