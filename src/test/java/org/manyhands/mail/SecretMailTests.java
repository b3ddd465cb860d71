package org.manyhands.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailSendException;

/** A mail that lets its reader sign in leaves nothing behind but the fact. */
@MailTest
class SecretMailTests {

    private static final String ROBIN = "robin@example.org";

    @Autowired
    WrittenMails mails;

    @Autowired
    MailQueue queue;

    @Autowired
    SettableClock clock;

    private final List<String> delivered = new ArrayList<>();

    @BeforeEach
    void emptyOutbox() {
        mails.forgetAll();
    }

    private Postman postman(Delivery delivery) {
        return new Postman(queue, delivery);
    }

    private Postman postman() {
        return postman(mail -> delivered.add(mail.recipient()));
    }

    private static Delivery refusing(String answer) {
        return mail -> {
            throw new MailSendException(answer);
        };
    }

    private void writeSecret(String recipient) {
        var wording =
                new Wording("Sign in", "https://example.org/sign-in/link?token=Zm9vYmFy or 123456", "<p>123456</p>");
        mails.write(
                Letter.secretTo(recipient, "SIGN_IN", wording, clock.instant().plus(Duration.ofMinutes(10))));
    }

    @Test
    void erasesASecretOnceSent() {
        writeSecret(ROBIN);

        postman(mail -> {
                    assertThat(mail.textBody()).contains("123456");
                    delivered.add(mail.recipient());
                })
                .goOnARound();

        assertThat(delivered).containsExactly(ROBIN);
        assertThat(mails.to(ROBIN).textBody()).isNull();
        assertThat(mails.to(ROBIN).htmlBody()).isNull();
    }

    @Test
    void erasesASecretOnceGivenUp() {
        writeSecret(ROBIN);

        postman(_ -> {
                    throw new MailParseException("no address");
                })
                .goOnARound();

        assertThat(mails.to(ROBIN).state()).isEqualTo("FAILED");
        assertThat(mails.to(ROBIN).textBody()).isNull();
        assertThat(mails.to(ROBIN).htmlBody()).isNull();
    }

    @Test
    void erasesASecretThatNobodyTriesAnyMore() {
        writeSecret(ROBIN);
        clock.pass(Duration.ofMinutes(10));

        queue.closeTheHopeless();

        assertThat(mails.to(ROBIN).state()).isEqualTo("EXPIRED");
        assertThat(mails.to(ROBIN).textBody()).isNull();
        assertThat(mails.to(ROBIN).htmlBody()).isNull();
    }

    @Test
    void keepsNoSecretInTheError() {
        writeSecret(ROBIN);

        postman(refusing("554 refused for https://example.org/sign-in/link?token=Zm9vYmFy and 123456, call postmaster"))
                .goOnARound();

        assertThat(mails.to(ROBIN).error())
                .startsWith("MailSendException: 554 refused for")
                .endsWith("call postmaster")
                .doesNotContain("Zm9vYmFy")
                .doesNotContain("123456");
    }
}
