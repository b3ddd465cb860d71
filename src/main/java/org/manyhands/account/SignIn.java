package org.manyhands.account;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request to sign in: a link and a code went to an address, and either of them signs in once. */
@Entity
class SignIn {

    static final Duration LIFETIME = Duration.ofMinutes(10);
    static final int TRIES = 5;

    @EmbeddedId
    private SignInId id;

    private EmailAddress email;
    private byte[] tokenHash;
    private byte[] codeHash;
    private String nextPath;
    private int wrongCodes;
    private Instant askedAt;
    private Instant expiresAt;
    private @Nullable Instant usedAt;
    private @Nullable Instant replacedAt;

    @Version
    private @Nullable Integer version;

    SignIn(EmailAddress email, LocalPath next, Token token, Code code, Instant now) {
        this.id = SignInId.next();
        this.email = email;
        this.nextPath = next.text();
        this.tokenHash = token.hash();
        this.codeHash = code.hash(id);
        this.askedAt = now;
        this.expiresAt = now.plus(LIFETIME);
    }

    @SuppressWarnings("NullAway.Init")
    protected SignIn() {}

    /** Why it signs nobody in any more. */
    enum End {
        NOT_KNOWN,
        USED,
        REPLACED,
        TOO_MANY_TRIES,
        TOO_OLD;

        /** Whether a new mail can take its place. */
        public boolean isRenewable() {
            return this != NOT_KNOWN && this != USED;
        }
    }

    /** Empty while it still signs in. */
    Optional<End> end(Instant now) {
        if (usedAt != null) {
            return Optional.of(End.USED);
        }
        if (replacedAt != null) {
            return Optional.of(End.REPLACED);
        }
        if (wrongCodes >= TRIES) {
            return Optional.of(End.TOO_MANY_TRIES);
        }
        return now.isBefore(expiresAt) ? Optional.empty() : Optional.of(End.TOO_OLD);
    }

    boolean isUsed() {
        return usedAt != null;
    }

    /** Whether this is its code; a wrong one costs a try. */
    boolean accepts(Code code) {
        var right = MessageDigest.isEqual(codeHash, code.hash(id));
        if (!right) {
            wrongCodes++;
        }
        return right;
    }

    int triesLeft() {
        return TRIES - wrongCodes;
    }

    void use(Instant now) {
        usedAt = now;
    }

    SignInId id() {
        return id;
    }

    EmailAddress email() {
        return email;
    }

    LocalPath next() {
        return new LocalPath(nextPath);
    }

    Instant expiresAt() {
        return expiresAt;
    }
}
