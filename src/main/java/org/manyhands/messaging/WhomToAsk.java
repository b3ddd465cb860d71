package org.manyhands.messaging;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.manyhands.shared.Reach;

/** Says in mails whom a conference's volunteers ask, as {@code mail/contact.txt} and {@code mail/parts.html} read it. */
public final class WhomToAsk {

    private WhomToAsk() {}

    /** @param phone none or empty where they would rather be written to */
    public static void putInto(Map<String, @Nullable Object> facts, String name, String email, @Nullable String phone) {
        var call = Reach.byPhone(phone);
        facts.put("contactName", name);
        facts.put("contactEmail", email);
        facts.put("writeLink", URI.create(Reach.byMail(email)));
        facts.put("contactPhone", phone == null || phone.isBlank() ? null : phone);
        facts.put("callLink", call == null ? null : URI.create(call));
    }
}
