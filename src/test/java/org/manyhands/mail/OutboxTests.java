package org.manyhands.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@MailTest
class OutboxTests {

    private static final Wording WORDING = new Wording("You're in", "See you on Monday.\n", null);

    @Autowired
    Outbox outbox;

    @Autowired
    WrittenMails mails;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void emptyOutbox() {
        mails.forgetAll();
    }

    private Letter letterTo(String recipient) {
        return Letter.to(recipient, "YOU_ARE_IN", WORDING, clock.instant().plus(Duration.ofDays(1)));
    }

    @Test
    void refusesALetterOutsideATransaction() {
        assertThatThrownBy(() -> outbox.write(letterTo("robin@example.org")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void keepsNoLetterOfATransactionThatFails() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> {
                    outbox.write(letterTo("robin@example.org"));
                    throw new IllegalStateException("the sign-up did not hold");
                }))
                .hasMessage("the sign-up did not hold");

        assertThat(mails.countTo("robin@example.org")).isZero();
    }

    @Test
    void writesTheSameNewsOnce() {
        var signup = UUID.randomUUID();

        mails.write(letterTo("robin@example.org").tellingOf(signup, 1));
        mails.write(letterTo("robin@example.org").tellingOf(signup, 1));

        assertThat(mails.countTo("robin@example.org")).isOne();
    }

    @Test
    void writesNewNewsOfTheSameThing() {
        var signup = UUID.randomUUID();

        mails.write(letterTo("robin@example.org").tellingOf(signup, 1));
        mails.write(letterTo("robin@example.org").tellingOf(signup, 2));
        mails.write(Letter.to(
                        "robin@example.org",
                        "YOU_LEFT",
                        WORDING,
                        clock.instant().plusSeconds(60))
                .tellingOf(signup, 2));

        assertThat(mails.countTo("robin@example.org")).isEqualTo(3);
    }

    @Test
    void writesEachLetterThatTellsOfNothingInParticular() {
        mails.write(letterTo("robin@example.org"));
        mails.write(letterTo("robin@example.org"));

        assertThat(mails.countTo("robin@example.org")).isEqualTo(2);
    }

    @Test
    void makesTheMessageIdWhenWriting() {
        mails.write(letterTo("robin@example.org"));

        assertThat(mails.to("robin@example.org").messageId()).matches("<[0-9a-f-]{36}@localhost>");
    }
}
