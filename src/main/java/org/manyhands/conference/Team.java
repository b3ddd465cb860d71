package org.manyhands.conference;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.manyhands.account.AccountId;
import org.manyhands.account.Rights;
import org.manyhands.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who runs a conference. */
@Component
public class Team implements Rights {

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    Team(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Override
    public Standing standing(AccountId account, String conferenceSlug) {
        return jdbc.sql("""
                        select held_right from team_member join conference using (conference_id)
                        where account_id = :account and slug = :slug
                        """)
                .param("account", account.accountId())
                .param("slug", conferenceSlug)
                .query(String.class)
                .optional()
                .map(Team::standing)
                .orElse(Standing.NONE);
    }

    /** @param heldRight as the table has it, null for nobody of the team */
    static Standing standing(@Nullable String heldRight) {
        return switch (heldRight) {
            case null -> Standing.NONE;
            case "OWNER", "ORGANIZER" -> Standing.ORGANIZER;
            case String other -> Standing.valueOf(other);
        };
    }

    @Override
    public boolean isInATeam(AccountId account) {
        return jdbc.sql("select exists (select from team_member where account_id = :account)")
                .param("account", account.accountId())
                .query(Boolean.class)
                .single();
    }

    /** Makes somebody the owner of a conference. */
    @Transactional
    public void own(ConferenceId conference, AccountId account, Instant now) {
        jdbc.sql("insert into team_member (conference_id, account_id, held_right, since) values (?, ?, 'OWNER', ?)")
                .params(conference.conferenceId(), account.accountId(), Timestamp.from(now))
                .update();
        audit.record(
                "team_member.added",
                "team_member",
                account.accountId(),
                conference.conferenceId(),
                Map.of("after", Map.of("right", "OWNER")));
    }
}
