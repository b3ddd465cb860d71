package org.manyhands.team;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.manyhands.account.AccountId;
import org.manyhands.conference.ConferenceId;
import org.manyhands.shared.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads who is in a team, and who is asked to join one. */
@Component
class Members {

    private static final String ROLES = """
            array(select name from %1$s join role using (role_id)
                  where %1$s.conference_id = %2$s.conference_id and %1$s.%3$s = %2$s.%3$s order by name) as role_names,
            array(select role_id from %1$s
                  where %1$s.conference_id = %2$s.conference_id and %1$s.%3$s = %2$s.%3$s) as role_ids
            """;

    private static final String LED = ROLES.formatted("role_lead", "team_member", "account_id");
    private static final String TO_LEAD = ROLES.formatted("invitation_role", "invitation", "invitation_id");

    private final JdbcClient jdbc;

    Members(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param leads the names of the roles they lead, and {@code roles} these roles' ids */
    record Member(AccountId id, String email, Right right, Instant since, List<String> leads, List<UUID> roles) {}

    /** @param expired too old to be accepted; it can be sent again */
    record Invited(
            UUID id, String email, Right right, Instant since, boolean expired, List<String> leads, List<UUID> roles) {}

    /** An invitation as the invited one reads it. */
    record Offer(
            UUID id,
            String conference,
            String slug,
            Right right,
            String invitedBy,
            List<String> leads,
            boolean expired) {}

    /** Owners first. */
    List<Member> of(ConferenceId conference) {
        return jdbc.sql("""
                        select account_id, email, held_right, since, %s
                        from team_member join account using (account_id) where conference_id = ?
                        order by array_position(array['OWNER', 'ORGANIZER', 'ROLE_LEAD', 'DESK'], held_right), email
                        """.formatted(LED))
                .param(conference.conferenceId())
                .query((row, number) -> member(row))
                .list();
    }

    Optional<Member> one(ConferenceId conference, AccountId account) {
        return of(conference).stream()
                .filter(member -> member.id().equals(account))
                .findFirst();
    }

    /** Newest first. */
    List<Invited> invited(ConferenceId conference, Instant now) {
        return jdbc.sql("""
                        select invitation_id, email, held_right, invited_at, expires_at < :now as expired, %s
                        from invitation join account using (account_id) where conference_id = :conference
                        order by invited_at desc, invitation_id
                        """.formatted(TO_LEAD))
                .param("now", Timestamp.from(now))
                .param("conference", conference.conferenceId())
                .query((row, number) -> new Invited(
                        row.getObject("invitation_id", UUID.class),
                        row.getString("email"),
                        Right.valueOf(row.getString("held_right")),
                        Objects.requireNonNull(Rows.instant(row, "invited_at")),
                        row.getBoolean("expired"),
                        names(row),
                        ids(row)))
                .list();
    }

    List<Offer> offersTo(AccountId account, Instant now) {
        return jdbc.sql("""
                        select invitation_id, conference.name as conference, slug, held_right, inviter.email as invited_by,
                               expires_at < :now as expired, %s
                        from invitation join conference using (conference_id)
                        join account inviter on inviter.account_id = invited_by
                        where invitation.account_id = :account order by invited_at desc, invitation_id
                        """.formatted(TO_LEAD))
                .param("now", Timestamp.from(now))
                .param("account", account.accountId())
                .query((row, number) -> new Offer(
                        row.getObject("invitation_id", UUID.class),
                        row.getString("conference"),
                        row.getString("slug"),
                        Right.valueOf(row.getString("held_right")),
                        row.getString("invited_by"),
                        names(row),
                        row.getBoolean("expired")))
                .list();
    }

    private static Member member(ResultSet row) throws SQLException {
        return new Member(
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getString("email"),
                Right.valueOf(row.getString("held_right")),
                Objects.requireNonNull(Rows.instant(row, "since")),
                names(row),
                ids(row));
    }

    private static List<String> names(ResultSet row) throws SQLException {
        return List.of((String[]) row.getArray("role_names").getArray());
    }

    private static List<UUID> ids(ResultSet row) throws SQLException {
        return List.of((UUID[]) row.getArray("role_ids").getArray());
    }
}
