package org.manyhands.conference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.manyhands.AtOnce;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.account.AccountId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** The database's own guard: whatever the code does, somebody is left who may give rights. */
@IntegrationTest
class LastOwnerTests {

    @Autowired
    private Given given;

    @Autowired
    private Team team;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private Conference conference;
    private AccountId first;

    @BeforeEach
    void openConference() {
        conference = given.conference();
        first = owner();
    }

    @Test
    void isNotRemoved() {
        assertThatThrownBy(() -> remove(first)).hasMessageContaining("team_keeps_an_owner");
        assertThat(owners()).isOne();
    }

    @Test
    void isNotLowered() {
        assertThatThrownBy(() -> lower(first)).hasMessageContaining("team_keeps_an_owner");
        assertThat(owners()).isOne();
    }

    @Test
    void handsOverWithinOneTransaction() {
        var next = owner();
        lower(next);
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            remove(first);
            jdbc.sql("update team_member set held_right = 'OWNER' where conference_id = ? and account_id = ?")
                    .params(conference.id().conferenceId(), next.accountId())
                    .update();
        });
        assertThat(owners()).isOne();
    }

    @RepeatedTest(20)
    void isOneOfTwoWhoLeaveAtOnce() {
        var bothHaveLeft = new CyclicBarrier(2);
        var left = AtOnce.each(List.of(first, owner()), who -> leaves(who, bothHaveLeft));
        assertThat(left).containsExactlyInAnyOrder(true, false);
        assertThat(owners()).isOne();
    }

    private boolean leaves(AccountId who, CyclicBarrier bothHaveLeft) {
        try {
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                remove(who);
                await(bothHaveLeft);
            });
            return true;
        } catch (DataAccessException | TransactionException e) {
            assertThat(e).hasStackTraceContaining("team_keeps_an_owner");
            return false;
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    private AccountId owner() {
        var account = given.account("owner-" + Given.number() + "@example.org");
        team.own(conference.id(), account, Instant.parse("2026-01-01T00:00:00Z"));
        return account;
    }

    private void remove(AccountId who) {
        jdbc.sql("delete from team_member where conference_id = ? and account_id = ?")
                .params(conference.id().conferenceId(), who.accountId())
                .update();
    }

    private void lower(AccountId who) {
        jdbc.sql("update team_member set held_right = 'ORGANIZER' where conference_id = ? and account_id = ?")
                .params(conference.id().conferenceId(), who.accountId())
                .update();
    }

    private int owners() {
        return jdbc.sql("select count(*) from team_member where conference_id = ? and held_right = 'OWNER'")
                .param(conference.id().conferenceId())
                .query(Integer.class)
                .single();
    }
}
