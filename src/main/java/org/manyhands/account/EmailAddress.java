package org.manyhands.account;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.Serializable;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail address as it is stored and compared: trimmed and in lower case. A form may have a field of this type;
 * what is no address is told beside the field.
 */
public record EmailAddress(String text) implements Serializable {

    /** The longest that fits a mail's envelope (RFC 5321, errata 1690). */
    private static final int LONGEST = 254;

    /** What HTML's own e-mail field takes, with a dot in the domain: wide enough for people, too narrow for headers. */
    private static final Pattern ADDRESS = Pattern.compile(
            "[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    public EmailAddress {
        text = text.strip().toLowerCase(Locale.ROOT);
        if (text.length() > LONGEST || !ADDRESS.matcher(text).matches()) {
            throw new IllegalArgumentException("not an e-mail address");
        }
    }

    public static EmailAddress of(String typed) {
        return new EmailAddress(typed);
    }

    /** "m•••@example.org": enough to know one's own address by, too little to learn another's. */
    String masked() {
        return text.charAt(0) + "•••" + text.substring(text.lastIndexOf('@'));
    }

    @Override
    public String toString() {
        return text;
    }

    /** Stores the address as plain text. */
    @Converter(autoApply = true)
    static class AsText implements AttributeConverter<EmailAddress, String> {

        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable EmailAddress address) {
            return address == null ? null : address.text();
        }

        @Override
        public @Nullable EmailAddress convertToEntityAttribute(@Nullable String text) {
            return text == null ? null : new EmailAddress(text);
        }
    }
}
