package org.manyhands.conference;

import java.sql.Timestamp;
import java.time.Instant;
import org.manyhands.account.AccountId;
import org.manyhands.account.Rights;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who runs a conference. */
@Component
public class Team implements Rights {

    /** A member who may change anything of the conference, for a reader's SQL. */
    static final String ORGANIZES = "held_right in ('OWNER', 'ORGANIZER')";

    private final JdbcClient jdbc;

    Team(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean mayOrganize(AccountId account, String conferenceSlug) {
        return jdbc.sql("""
                        select exists (
                            select from team_member join conference using (conference_id)
                            where account_id = :account and slug = :slug and %s)
                        """.formatted(ORGANIZES))
                .param("account", account.accountId())
                .param("slug", conferenceSlug)
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean organizesAnything(AccountId account) {
        return jdbc.sql("select exists (select from team_member where account_id = :account)")
                .param("account", account.accountId())
                .query(Boolean.class)
                .single();
    }

    /** Makes somebody the owner of a conference. */
    public void own(ConferenceId conference, AccountId account, Instant now) {
        jdbc.sql("insert into team_member (conference_id, account_id, held_right, since) values (?, ?, 'OWNER', ?)")
                .params(conference.conferenceId(), account.accountId(), Timestamp.from(now))
                .update();
    }
}
