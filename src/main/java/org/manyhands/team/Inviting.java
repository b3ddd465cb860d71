package org.manyhands.team;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
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

    private final InvitationRows invitations;
    private final Accounts accounts;
    private final Membership membership;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    Inviting(
            InvitationRows invitations,
            Accounts accounts,
            Membership membership,
            AuditTrail audit,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Clock clock) {
        this.invitations = invitations;
        this.accounts = accounts;
        this.membership = membership;
        this.audit = audit;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

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
        invitations.insert(
                new InvitationRows.Open(id, conference, account, form.right(), now, now.plus(STANDS)),
                asker.accountId(),
                leads);
        tell("invitation.sent", conference, id, form.email().text(), form.right());
        events.publishEvent(new InvitedToTeam(id));
    }

    /** @throws FormRefusal where the last mail is too young */
    @RetriedOnConflict
    @Transactional
    void again(ConferenceId conference, UUID id) {
        var stored = invitations.lock(id);
        requireOf(conference, stored);
        var now = clock.instant();
        if (stored.invitedAt().plus(PAUSE).isAfter(now)) {
            throw new FormRefusal("", "team.sent-a-moment-ago", PAUSE.toMinutes());
        }
        invitations.renew(id, now, now.plus(STANDS));
        tell("invitation.sent-again", conference, id, email(stored), stored.right());
        events.publishEvent(new InvitedToTeam(id));
    }

    /** Nothing where it is answered by now. */
    @RetriedOnConflict
    @Transactional
    void withdraw(ConferenceId conference, UUID id) {
        var stored = invitations.lock(id);
        requireOf(conference, stored);
        end(stored, "invitation.withdrawn");
    }

    /** @return the conference whose team they are in now */
    @RetriedOnConflict
    @Transactional
    ConferenceId accept(AccountId asker, UUID id) {
        var stored = invitations.lock(id);
        requireTo(asker, stored);
        if (stored.isOver(clock.instant())) {
            throw new FormRefusal("", "team.expired");
        }
        refuseMember(stored.conference(), asker);
        membership.join(stored.conference(), asker, stored.right(), invitations.leadsOf(id));
        end(stored, "invitation.accepted");
        return stored.conference();
    }

    @RetriedOnConflict
    @Transactional
    void decline(AccountId asker, UUID id) {
        var stored = invitations.lock(id);
        requireTo(asker, stored);
        end(stored, "invitation.declined");
    }

    private static void requireOf(ConferenceId conference, InvitationRows.Open stored) {
        if (!stored.conference().equals(conference)) {
            throw new NotFound();
        }
    }

    private static void requireTo(AccountId asker, InvitationRows.Open stored) {
        if (!stored.account().equals(asker)) {
            throw new NotFound();
        }
    }

    private void end(InvitationRows.Open stored, String how) {
        tell(how, stored.conference(), stored.id(), email(stored), stored.right());
        invitations.delete(stored.id());
    }

    private void refuseTooMany(ConferenceId conference) {
        if (invitations.countOf(conference) >= MOST_OPEN) {
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

    private String email(InvitationRows.Open stored) {
        return accounts.findById(stored.account())
                .orElseThrow(NotFound::new)
                .email()
                .text();
    }

    private void tell(String action, ConferenceId conference, UUID id, String email, Right right) {
        audit.record(action, "invitation", id, conference.conferenceId(), Map.of("email", email, "right", right));
    }
}
