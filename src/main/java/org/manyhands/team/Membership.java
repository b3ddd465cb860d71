package org.manyhands.team;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.manyhands.account.AccountId;
import org.manyhands.audit.AuditTrail;
import org.manyhands.conference.ConferenceId;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shared.NotFound;
import org.manyhands.shared.RetriedOnConflict;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes who is in a team with which right. Only owners make, change and remove owners, themselves included; that one
 * stays is guarded by the database.
 */
@Service
class Membership {

    static final String AN_OWNER_STAYS = "team_keeps_an_owner";

    private static final String KIND = "team_member";

    private final Members members;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    Membership(Members members, AuditTrail audit, JdbcClient jdbc, Clock clock) {
        this.members = members;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** As the audit trail tells it. */
    private record Told(String email, Right right, List<String> leads) {

        static Told of(Members.Member member) {
            return new Told(member.email(), member.right(), member.leads());
        }
    }

    /** @throws FormRefusal beside "right" where it is not the asker's to give or take */
    @RetriedOnConflict
    @Transactional
    void change(ConferenceId conference, AccountId asker, AccountId account, RightForm form) {
        var before = find(conference, account);
        if (form.was() != before.right()) {
            throw new OptimisticLockingFailureException("showed " + form.was() + ", is " + before.right());
        }
        var leads = form.leads();
        if (before.right() == Right.OWNER || form.right() == Right.OWNER) {
            requireOwner(conference, asker);
        }
        jdbc.sql("update team_member set held_right = ? where conference_id = ? and account_id = ?")
                .params(form.right().name(), conference.conferenceId(), account.accountId())
                .update();
        lead(conference, account, leads);
        keepAnOwner();
        audit.recordChanged(
                KIND,
                account.accountId(),
                conference.conferenceId(),
                Told.of(before),
                Told.of(find(conference, account)));
    }

    /** Whoever they are; oneself leaves. */
    @RetriedOnConflict
    @Transactional
    void remove(ConferenceId conference, AccountId asker, AccountId account) {
        var before = find(conference, account);
        if (before.right() == Right.OWNER) {
            requireOwner(conference, asker);
        }
        jdbc.sql("delete from team_member where conference_id = ? and account_id = ?")
                .params(conference.conferenceId(), account.accountId())
                .update();
        keepAnOwner();
        audit.recordDeleted(KIND, account.accountId(), conference.conferenceId(), Told.of(before));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void join(ConferenceId conference, AccountId account, Right right, Collection<UUID> leads) {
        Instant now = clock.instant();
        jdbc.sql("insert into team_member (conference_id, account_id, held_right, since) values (?, ?, ?, ?)")
                .params(conference.conferenceId(), account.accountId(), right.name(), Timestamp.from(now))
                .update();
        lead(conference, account, leads);
        audit.recordAdded(KIND, account.accountId(), conference.conferenceId(), Told.of(find(conference, account)));
    }

    /** Until the transaction ends nobody takes that right from the asker. */
    void requireOwner(ConferenceId conference, AccountId asker) {
        var right = jdbc.sql("""
                        select held_right from team_member where conference_id = ? and account_id = ? for share
                        """)
                .params(conference.conferenceId(), asker.accountId())
                .query(String.class)
                .optional();
        if (right.filter(Right.OWNER.name()::equals).isEmpty()) {
            throw new FormRefusal("right", "team.owners-only");
        }
    }

    private Members.Member find(ConferenceId conference, AccountId account) {
        return members.one(conference, account).orElseThrow(NotFound::new);
    }

    private void lead(ConferenceId conference, AccountId account, Collection<UUID> roles) {
        jdbc.sql("delete from role_lead where conference_id = ? and account_id = ?")
                .params(conference.conferenceId(), account.accountId())
                .update();
        jdbc.sql("""
                        insert into role_lead (conference_id, account_id, role_id)
                        select :conference, :account, unnest(:roles::uuid[])
                        """)
                .params(Map.of(
                        "conference",
                        conference.conferenceId(),
                        "account",
                        account.accountId(),
                        "roles",
                        Set.copyOf(roles).toArray(UUID[]::new)))
                .update();
    }

    /** Asked now, not on commit, so that the refusal can be told. */
    private void keepAnOwner() {
        jdbc.sql("set constraints " + AN_OWNER_STAYS + " immediate").update();
    }
}
