package org.manyhands.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.conference.Conference;
import org.manyhands.shift.Need;
import org.manyhands.shift.Shift;
import org.manyhands.signup.Leaving;
import org.manyhands.signup.SignedUp;
import org.manyhands.signup.SignupOutcome;
import org.manyhands.signup.SignupService;
import org.manyhands.volunteer.Profile;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** When taking and leaving a shift is told by mail. */
@IntegrationTest
class SignupMailsTests {

    @Autowired
    private Given given;

    @Autowired
    private SignupService signups;

    @Autowired
    private Leaving leaving;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private Conference conference;
    private VolunteerId vera;
    private Shift desk;
    private Mails mails;

    @BeforeEach
    void register() {
        var email = "vera-" + UUID.randomUUID() + "@example.org";
        conference = given.conference();
        vera = given.volunteer(conference, given.account(email), Profile.named("Vera"));
        desk = given.shift(conference, "08:00", "10:00", Need.of(1));
        mails = new Mails(jdbc, email);
    }

    @Test
    void isToldOnceForEachNews() {
        var request = UUID.randomUUID();
        take(request);
        take(request);
        assertThat(kinds()).containsExactly("YOU_ARE_IN");

        leaving.leave(vera, List.of(desk.id()));
        leaving.leave(vera, List.of(desk.id()));
        take(request);
        assertThat(kinds()).containsExactly("YOU_ARE_IN", "YOU_LEFT");

        take(UUID.randomUUID());
        assertThat(kinds()).containsExactly("YOU_ARE_IN", "YOU_LEFT", "YOU_ARE_IN");
    }

    @Test
    void isToldOnceHoweverOftenTheNewsComes() {
        var taken = (SignupOutcome.Confirmed) take(UUID.randomUUID());
        transaction.executeWithoutResult(_ -> events.publishEvent(new SignedUp(taken.signup(), false, false)));

        assertThat(kinds()).containsExactly("YOU_ARE_IN");
    }

    @Test
    void isToldForEachShift() {
        given.signUp(vera, desk, given.shift(conference, "12:00", "13:00", Need.of(1)));

        assertThat(kinds()).containsExactly("YOU_ARE_IN", "YOU_ARE_IN");
    }

    @Test
    void isNotToldWhereItWasRefused() {
        given.signUp(given.volunteer(conference), desk);
        take(UUID.randomUUID());

        assertThat(mails.all()).isEmpty();
    }

    @Test
    void isToldInTheTransactionItTellsOf() {
        transaction.executeWithoutResult(undone -> {
            take(UUID.randomUUID());
            assertThat(kinds()).containsExactly("YOU_ARE_IN");
            undone.setRollbackOnly();
        });

        assertThat(mails.all()).isEmpty();
    }

    @Test
    void isNotToldToSomebodyWithoutAnAddress() {
        jdbc.sql("update volunteer set account_id = null where volunteer_id = ?")
                .param(vera.volunteerId())
                .update();
        take(UUID.randomUUID());

        assertThat(mails.all()).isEmpty();
        assertThat(jdbc.sql("select taken from shift where shift_id = ?")
                        .param(desk.id().shiftId())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void isToldUntilTheShiftIsOver() {
        take(UUID.randomUUID());
        leaving.leave(vera, List.of(desk.id()));

        assertThat(mails.all())
                .hasSize(2)
                .allSatisfy(mail ->
                        assertThat(mail.notAfter()).isEqualTo(desk.during().end()));
    }

    private SignupOutcome take(UUID request) {
        return signups.signUp(vera, List.of(desk.id()), request).getFirst();
    }

    private List<String> kinds() {
        return mails.all().stream().map(Mails.Mail::kind).toList();
    }
}
