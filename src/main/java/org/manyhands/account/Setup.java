package org.manyhands.account;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.manyhands.audit.AuditTrail;
import org.manyhands.shared.BaseUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the first organizer of an installation: whoever can read the log of its start may. Each instance prints a token
 * of its own; the first one used ends them all.
 */
@Service
class Setup {

    private static final Logger log = LoggerFactory.getLogger(Setup.class);
    private static final Duration LIFETIME = Duration.ofDays(1);

    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final BaseUrl baseUrl;
    private final Clock clock;

    Setup(Accounts accounts, JdbcClient jdbc, AuditTrail audit, BaseUrl baseUrl, Clock clock) {
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.audit = audit;
        this.baseUrl = baseUrl;
        this.clock = clock;
    }

    /** Last of all listeners, so that an example conference has made its organizer by then. */
    @Transactional
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    public void printToken() {
        var now = clock.instant();
        jdbc.sql("delete from setup_token where created_at < :before")
                .param("before", Timestamp.from(now.minus(LIFETIME)))
                .update();
        if (isDone()) {
            return;
        }
        log.warn(
                "Nobody can organize anything here yet. Open {} within a day and enter this set-up token: {}",
                baseUrl.of("/setup"),
                newToken(now).text());
    }

    boolean isDone() {
        return accounts.existsByMayCreateConferencesTrue();
    }

    Token newToken(Instant now) {
        var token = Token.random();
        jdbc.sql("insert into setup_token (token_hash, created_at) values (:hash, :now)")
                .param("hash", token.hash())
                .param("now", Timestamp.from(now))
                .update();
        return token;
    }

    /** Empty where the token does not count, or no longer. */
    @Transactional
    public Optional<SignedIn> makeOrganizer(Token token, EmailAddress email) {
        // One after the other, also with tokens of two instances: the second finds it done
        jdbc.sql("lock table setup_token in share row exclusive mode").update();
        var now = clock.instant();
        if (isDone() || !counts(token, now)) {
            return Optional.empty();
        }
        jdbc.sql("delete from setup_token").update();
        var account = accounts.register(email, now);
        account.allowToCreateConferences();
        audit.record("account.made-organizer", "account", account.id().accountId(), null, Map.of("by", "setup token"));
        return Optional.of(new SignedIn(account.id(), account.email(), now));
    }

    private boolean counts(Token token, Instant now) {
        return jdbc.sql("select exists (select from setup_token where token_hash = :hash and created_at >= :since)")
                .param("hash", token.hash())
                .param("since", Timestamp.from(now.minus(LIFETIME)))
                .query(Boolean.class)
                .single();
    }
}
