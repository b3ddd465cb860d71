package org.manyhands.account;

import java.security.SecureRandom;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The six digits that may be typed instead of opening the link. Short enough to guess, so they count for a few tries, in
 * the browser that asked, for one request: its id is part of the hash.
 */
record Code(String digits) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static Code random() {
        return new Code("%06d".formatted(RANDOM.nextInt(1_000_000)));
    }

    /** What somebody typed, less the spaces and hyphens that people and mail programs put between digits. */
    static Optional<Code> typed(@Nullable String text) {
        var digits = text == null ? "" : text.replaceAll("[\\s\\p{Z}-]", "");
        return digits.matches("[0-9]{6}") ? Optional.of(new Code(digits)) : Optional.empty();
    }

    byte[] hash(SignInId signIn) {
        return Token.sha256(signIn.signInId() + ":" + digits);
    }

    /** "123 456", as it stands in the mail. */
    String spaced() {
        return digits.substring(0, 3) + " " + digits.substring(3);
    }

    @Override
    public String toString() {
        return "Code[secret]";
    }
}
