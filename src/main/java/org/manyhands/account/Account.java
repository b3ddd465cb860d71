package org.manyhands.account;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An e-mail address that can sign in. */
@Entity
public class Account {

    @EmbeddedId
    private AccountId id;

    private EmailAddress email;
    private boolean mayCreateConferences;
    private Instant createdAt;

    @Version
    private @Nullable Integer version;

    Account(EmailAddress email, Instant now) {
        this.id = AccountId.next();
        this.email = email;
        this.createdAt = now;
    }

    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    /** Gives the installation right, which the first organizer has: to create conferences. */
    public void allowToCreateConferences() {
        mayCreateConferences = true;
    }

    public AccountId id() {
        return id;
    }

    public EmailAddress email() {
        return email;
    }

    public boolean mayCreateConferences() {
        return mayCreateConferences;
    }
}
