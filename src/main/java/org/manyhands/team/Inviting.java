package org.manyhands.team;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.manyhands.account.AccountId;
import org.manyhands.account.Accounts;
import org.manyhands.account.SignedIn;
import org.manyhands.audit.AuditTrail;
import org.manyhands.conference.ConferenceId;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shared.Ids;
import org.manyhands.shared.NotFound;
import org.manyhands.shared.RetriedOnConflict;
import org.manyhands.shared.Rows;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks people into a team by mail; they are in it once they signed in with that address and said yes. */
@Service
class Inviting {

    static final Duration STANDS = Duration.ofDays(14);

    /** Between two mails to the same person. */
    private static final Duration PAUSE = Duration.ofMinutes(10);

    /** So that nobody mails the world from here. */
    static final int MOST_OPEN = 20;

    private final Accounts accounts;
    private final Membership membership;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    Inviting(
            Accounts accounts,
            Membership membership,
            AuditTrail audit,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Clock clock) {
        this.accounts = accounts;
        this.membership = membership;
        this.audit = audit;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Stored(
            UUID id, ConferenceId conference, AccountId account, Right right, Instant invitedAt, Instant expiresAt) {}

    /** @throws FormRefusal where they are in the team, are asked already, or that right is not the asker's to give */
    @RetriedOnConflict
    @Transactional
    void invite(ConferenceId conference, SignedIn asker, InviteForm form) {
        var leads = form.asked().leads();
        if (form.right() == Right.OWNER) {
            membership.requireOwner(conference, asker.accountId());
        }
        refuseTooMany(conference);
        var now = clock.instant();
        var account = accounts.register(form.email(), now).id();
        refuseMember(conference, account);
        var id = Ids.next();
        jdbc.sql("""
                        insert into invitation
                            (invitation_id, conference_id, account_id, held_right, invited_by, invited_at, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        conference.conferenceId(),
                        account.accountId(),
                        form.right().name(),
                        asker.accountId().accountId(),
                        Timestamp.from(now),
                        Timestamp.from(now.plus(STANDS)))
                .update();
        jdbc.sql("""
                        insert into invitation_role (conference_id, invitation_id, role_id)
                        select ?, ?, unnest(?::uuid[])
                        """)
                .params(conference.conferenceId(), id, leads.toArray(UUID[]::new))
                .update();
        tell("invitation.sent", conference, id, form.email().text(), form.right());
        events.publishEvent(new InvitedToTeam(id));
    }

    /** @throws FormRefusal where the last mail is too young */
    @RetriedOnConflict
    @Transactional
    void again(ConferenceId conference, UUID id) {
        var stored = lock(id);
        requireOf(conference, stored);
        var now = clock.instant();
        if (stored.invitedAt().plus(PAUSE).isAfter(now)) {
            throw new FormRefusal("", "team.sent-a-moment-ago", PAUSE.toMinutes());
        }
        jdbc.sql("update invitation set invited_at = ?, expires_at = ?, version = version + 1 where invitation_id = ?")
                .params(Timestamp.from(now), Timestamp.from(now.plus(STANDS)), id)
                .update();
        tell("invitation.sent-again", conference, id, email(stored), stored.right());
        events.publishEvent(new InvitedToTeam(id));
    }

    /** Nothing where it is answered by now. */
    @RetriedOnConflict
    @Transactional
    void withdraw(ConferenceId conference, UUID id) {
        var stored = lock(id);
        requireOf(conference, stored);
        end(stored, "invitation.withdrawn");
    }

    /** @return the conference whose team they are in now */
    @RetriedOnConflict
    @Transactional
    ConferenceId accept(AccountId asker, UUID id) {
        var stored = lock(id);
        requireTo(asker, stored);
        if (!stored.expiresAt().isAfter(clock.instant())) {
            throw new FormRefusal("", "team.expired");
        }
        refuseMember(stored.conference(), asker);
        membership.join(stored.conference(), asker, stored.right(), rolesOf(id));
        end(stored, "invitation.accepted");
        return stored.conference();
    }

    @RetriedOnConflict
    @Transactional
    void decline(AccountId asker, UUID id) {
        var stored = lock(id);
        requireTo(asker, stored);
        end(stored, "invitation.declined");
    }

    private static void requireOf(ConferenceId conference, Stored stored) {
        if (!stored.conference().equals(conference)) {
            throw new NotFound();
        }
    }

    private static void requireTo(AccountId asker, Stored stored) {
        if (!stored.account().equals(asker)) {
            throw new NotFound();
        }
    }

    private void end(Stored stored, String how) {
        tell(how, stored.conference(), stored.id(), email(stored), stored.right());
        jdbc.sql("delete from invitation where invitation_id = ?")
                .param(stored.id())
                .update();
    }

    private void refuseTooMany(ConferenceId conference) {
        var open = jdbc.sql("select count(*) from invitation where conference_id = ?")
                .param(conference.conferenceId())
                .query(Integer.class)
                .single();
        if (open >= MOST_OPEN) {
            throw new FormRefusal("email", "team.too-many", MOST_OPEN);
        }
    }

    private void refuseMember(ConferenceId conference, AccountId account) {
        var member = jdbc.sql("select exists (select from team_member where conference_id = ? and account_id = ?)")
                .params(conference.conferenceId(), account.accountId())
                .query(Boolean.class)
                .single();
        if (member) {
            throw new FormRefusal("email", "team.member-already");
        }
    }

    private Stored lock(UUID id) {
        return jdbc.sql("""
                        select invitation_id, conference_id, account_id, held_right, invited_at, expires_at
                        from invitation where invitation_id = ? for update
                        """)
                .param(id)
                .query((row, number) -> stored(row))
                .optional()
                .orElseThrow(NotFound::new);
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getObject("invitation_id", UUID.class),
                new ConferenceId(row.getObject("conference_id", UUID.class)),
                new AccountId(row.getObject("account_id", UUID.class)),
                Right.valueOf(row.getString("held_right")),
                Objects.requireNonNull(Rows.instant(row, "invited_at")),
                Objects.requireNonNull(Rows.instant(row, "expires_at")));
    }

    private List<UUID> rolesOf(UUID id) {
        return jdbc.sql("select role_id from invitation_role where invitation_id = ?")
                .param(id)
                .query(UUID.class)
                .list();
    }

    private String email(Stored stored) {
        return accounts.findById(stored.account())
                .orElseThrow(NotFound::new)
                .email()
                .text();
    }

    private void tell(String action, ConferenceId conference, UUID id, String email, Right right) {
        audit.record(action, "invitation", id, conference.conferenceId(), Map.of("email", email, "right", right));
    }
}
