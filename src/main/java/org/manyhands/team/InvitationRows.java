package org.manyhands.team;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.manyhands.account.AccountId;
import org.manyhands.conference.ConferenceId;
import org.manyhands.shared.NotFound;
import org.manyhands.shared.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The invitations that stand open; an answered one is a line of the audit and nothing else. */
@Component
class InvitationRows {

    private final JdbcClient jdbc;

    InvitationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Open(
            UUID id, ConferenceId conference, AccountId account, Right right, Instant invitedAt, Instant expiresAt) {

        boolean isOver(Instant now) {
            return !expiresAt.isAfter(now);
        }
    }

    void insert(Open one, AccountId invitedBy, Collection<UUID> leads) {
        jdbc.sql("""
                        insert into invitation
                            (invitation_id, conference_id, account_id, held_right, invited_by, invited_at, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        one.id(),
                        one.conference().conferenceId(),
                        one.account().accountId(),
                        one.right().name(),
                        invitedBy.accountId(),
                        Timestamp.from(one.invitedAt()),
                        Timestamp.from(one.expiresAt()))
                .update();
        jdbc.sql("""
                        insert into invitation_role (conference_id, invitation_id, role_id)
                        select ?, ?, unnest(?::uuid[])
                        """)
                .params(one.conference().conferenceId(), one.id(), leads.toArray(UUID[]::new))
                .update();
    }

    void renew(UUID id, Instant now, Instant expiresAt) {
        jdbc.sql("update invitation set invited_at = ?, expires_at = ?, version = version + 1 where invitation_id = ?")
                .params(Timestamp.from(now), Timestamp.from(expiresAt), id)
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from invitation where invitation_id = ?").param(id).update();
    }

    int countOf(ConferenceId conference) {
        return jdbc.sql("select count(*) from invitation where conference_id = ?")
                .param(conference.conferenceId())
                .query(Integer.class)
                .single();
    }

    /** Nobody else answers it or takes it back meanwhile. */
    Open lock(UUID id) {
        return jdbc.sql("""
                        select invitation_id, conference_id, account_id, held_right, invited_at, expires_at
                        from invitation where invitation_id = ? for update
                        """)
                .param(id)
                .query((row, number) -> open(row))
                .optional()
                .orElseThrow(NotFound::new);
    }

    private static Open open(ResultSet row) throws SQLException {
        return new Open(
                row.getObject("invitation_id", UUID.class),
                new ConferenceId(row.getObject("conference_id", UUID.class)),
                new AccountId(row.getObject("account_id", UUID.class)),
                Right.valueOf(row.getString("held_right")),
                Objects.requireNonNull(Rows.instant(row, "invited_at")),
                Objects.requireNonNull(Rows.instant(row, "expires_at")));
    }

    List<UUID> leadsOf(UUID id) {
        return jdbc.sql("select role_id from invitation_role where invitation_id = ?")
                .param(id)
                .query(UUID.class)
                .list();
    }
}
