package org.manyhands.messaging;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.manyhands.shared.BaseUrl;
import org.manyhands.shared.Rows;
import org.manyhands.team.InvitedToTeam;
import org.manyhands.team.Right;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mails whoever is asked to join a team, in the transaction that asks. */
@Component
class TeamMails {

    private final JdbcClient jdbc;
    private final Mailing mailing;
    private final BaseUrl baseUrl;

    TeamMails(JdbcClient jdbc, Mailing mailing, BaseUrl baseUrl) {
        this.jdbc = jdbc;
        this.mailing = mailing;
        this.baseUrl = baseUrl;
    }

    private record Invitation(
            UUID conferenceId,
            int version,
            String email,
            String invitedBy,
            Right right,
            List<String> leads,
            Instant askedAt,
            Instant expiresAt,
            String conference,
            String contactName,
            String contactEmail,
            @Nullable String contactPhone) {}

    @EventListener
    void invited(InvitedToTeam news) {
        var invitation = jdbc.sql("""
                        select conference_id, invitation.version, account.email, inviter.email as invited_by, held_right,
                               invited_at, expires_at, conference.name as conference, contact_name, contact_email, contact_phone,
                               array(select role.name from invitation_role join role using (role_id)
                                     where invitation_role.invitation_id = invitation.invitation_id order by role.name) as leads
                        from invitation join account using (account_id) join conference using (conference_id)
                        join account inviter on inviter.account_id = invited_by where invitation_id = ?
                        """)
                .param(news.invitationId())
                .query((row, number) -> invitation(row))
                .single();
        mailing.write(mailing.word(
                        MailKind.TEAM_INVITATION,
                        invitation.email(),
                        invitation.conferenceId(),
                        facts(invitation),
                        invitation.expiresAt())
                .answeredBy(invitation.invitedBy())
                .tellingOf(news.invitationId(), invitation.version()));
    }

    private static Invitation invitation(ResultSet row) throws SQLException {
        return new Invitation(
                row.getObject("conference_id", UUID.class),
                row.getInt("version"),
                row.getString("email"),
                row.getString("invited_by"),
                Right.valueOf(row.getString("held_right")),
                List.of((String[]) row.getArray("leads").getArray()),
                Objects.requireNonNull(Rows.instant(row, "invited_at")),
                Objects.requireNonNull(Rows.instant(row, "expires_at")),
                row.getString("conference"),
                row.getString("contact_name"),
                row.getString("contact_email"),
                row.getString("contact_phone"));
    }

    private Map<String, @Nullable Object> facts(Invitation about) {
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("conference", about.conference());
        facts.put("invitedBy", about.invitedBy());
        facts.put("right", about.right().asNoun());
        facts.put("leads", about.leads());
        facts.put("roleNames", about.leads().isEmpty() ? null : String.join(", ", about.leads()));
        facts.put("days", Duration.between(about.askedAt(), about.expiresAt()).toDays());
        facts.put("link", URI.create(baseUrl.of("/invitations")));
        WhomToAsk.putInto(facts, about.contactName(), about.contactEmail(), about.contactPhone());
        return facts;
    }
}
