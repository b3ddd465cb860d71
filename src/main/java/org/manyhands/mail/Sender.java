package org.manyhands.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.manyhands.shared.BaseUrl;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Who every mail comes from. */
@Component
public class Sender {

    private final InternetAddress from;

    Sender(BaseUrl baseUrl, @Value("${manyhands.mail-from:}") String setting) {
        this.from = parsed(setting.isBlank() ? "Many Hands <volunteers@" + baseUrl.host() + ">" : setting);
    }

    /** The address alone, without a name. */
    public String address() {
        return from.getAddress();
    }

    InternetAddress from() {
        return from;
    }

    private static InternetAddress parsed(String setting) {
        try {
            return new InternetAddress(setting, true);
        } catch (AddressException e) {
            throw new IllegalStateException("MANYHANDS_MAIL_FROM must be an address such as"
                    + " Many Hands <volunteers@example.org>, not " + setting);
        }
    }
}
