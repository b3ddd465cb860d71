package org.manyhands.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manyhands.shared.BaseUrl;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What arrives at a real mail server, and what happens without one. */
@MailTest
class MailServerTests {

    private static final String ROBIN = "robin@example.org";

    @RegisterExtension
    static final GreenMailExtension GREEN_MAIL = new GreenMailExtension(new ServerSetup(0, "127.0.0.1", "smtp"));

    @Autowired
    WrittenMails mails;

    @Autowired
    MailQueue queue;

    @Autowired
    BaseUrl baseUrl;

    @Autowired
    SettableClock clock;

    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

    @BeforeEach
    void emptyOutbox() {
        mails.forgetAll();
        sender.setHost("127.0.0.1");
        sender.setPort(GREEN_MAIL.getSmtp().getPort());
        sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "500");
    }

    private Postman postman() {
        return new Postman(queue, new MailServer(sender, new Sender(baseUrl, "")));
    }

    private Letter letterTo(String recipient, Wording wording) {
        return Letter.to(recipient, "YOU_ARE_IN", wording, clock.instant().plus(Duration.ofDays(2)));
    }

    private Letter letterTo(String recipient) {
        return letterTo(
                recipient, new Wording("You’re in: Empfang", "See you there. Grüße 🎪\n", "<p>See you there.</p>"));
    }

    private static MimeMessage onlyMessage() {
        assertThat(GREEN_MAIL.getReceivedMessages()).hasSize(1);
        return GREEN_MAIL.getReceivedMessages()[0];
    }

    @Test
    void sendsTextAndHtmlWithAllHeaders() throws Exception {
        mails.write(letterTo(ROBIN).answeredBy("desk@example.org"));

        postman().goOnARound();

        var message = onlyMessage();
        assertThat(message.getSubject()).isEqualTo("You’re in: Empfang");
        assertThat(message.getFrom()[0]).hasToString("Many Hands <volunteers@localhost>");
        assertThat(message.getReplyTo()[0]).hasToString("desk@example.org");
        assertThat(message.getAllRecipients()).singleElement().hasToString(ROBIN);
        assertThat(message.getMessageID()).isEqualTo(mails.to(ROBIN).messageId());
        assertThat(message.getSentDate()).isEqualTo(Date.from(clock.instant()));
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getHeader("List-Unsubscribe")).isNull();
        assertThat(message.getContentType()).startsWith("multipart/alternative");
        var parts = (MimeMultipart) message.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(0).getContent()).asString().contains("Grüße 🎪");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
        assertThat(parts.getBodyPart(1).getContent()).asString().contains("<p>See you there.</p>");
    }

    /** The one to be preferred comes last (RFC 2046), and says its method in its type too (RFC 6047). */
    @Test
    void tellsCalendarsLast() throws Exception {
        var appointment = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n";
        mails.write(letterTo(ROBIN).with(new CalendarPart("REQUEST", appointment)));

        postman().goOnARound();

        var parts = (MimeMultipart) onlyMessage().getContent();
        assertThat(parts.getCount()).isEqualTo(3);
        var last = parts.getBodyPart(2);
        assertThat(last.getContentType()).isEqualToIgnoringCase("text/calendar; charset=UTF-8; method=REQUEST");
        assertThat(new String(last.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(appointment);
    }

    /** RFC 8058, and on no mail that nobody can do without. */
    @Test
    void saysWhereOnePostEndsMailsLikeIt() throws Exception {
        mails.write(letterTo(ROBIN).endedAt(URI.create("https://volunteers.example.org/unsubscribe/a-token")));

        postman().goOnARound();

        assertThat(onlyMessage().getHeader("List-Unsubscribe"))
                .containsExactly("<https://volunteers.example.org/unsubscribe/a-token>");
        assertThat(onlyMessage().getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
    }

    @Test
    void sendsPlainTextWhereThereIsNoHtml() throws Exception {
        mails.write(letterTo(ROBIN, new Wording("You're in", "See you there.", null)));

        postman().goOnARound();

        assertThat(onlyMessage().getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r", "\r\n\r\n"})
    void letsNoSubjectBecomeAHeader(String breaks) throws Exception {
        var typed = "Desk" + breaks + "Bcc: everybody@example.org" + breaks + "X-Evil: yes";
        mails.write(letterTo(ROBIN, new Wording("You're in: " + typed, "Hello " + typed, "<p>Hello</p>")));

        postman().goOnARound();

        var message = onlyMessage();
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getHeader("X-Evil")).isNull();
        assertThat(message.getSubject()).isEqualTo("You're in: Desk Bcc: everybody@example.org X-Evil: yes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "robin@example.org\r\nBcc: everybody@example.org",
                "robin@example.org, everybody@example.org",
                "everybody: robin@example.org, kim@example.org;",
                "Click here <robin@example.org>",
                "robin@@example.org"
            })
    void givesUpAtOnceWhatIsNoAddressAndSendsTheRest(String recipient) throws Exception {
        mails.write(letterTo(recipient));
        mails.write(letterTo("kim@example.org"));

        postman().goOnARound();

        assertThat(onlyMessage().getAllRecipients()).singleElement().hasToString("kim@example.org");
        assertThat(mails.to(recipient).state()).isEqualTo("FAILED");
        assertThat(mails.to(recipient).attempts()).isOne();
        assertThat(mails.to(recipient).error()).contains("AddressException").doesNotContain("\n");
    }

    @Test
    void leavesOutAReplyAddressThatIsNone() throws Exception {
        mails.write(letterTo(ROBIN).answeredBy("desk@example.org\r\nBcc: everybody@example.org"));

        postman().goOnARound();

        assertThat(onlyMessage().getHeader("Reply-To")).isNull();
        assertThat(onlyMessage().getHeader("Bcc")).isNull();
    }

    @Test
    void sendsOnceAfterTheServerWasDown() {
        mails.write(letterTo(ROBIN));
        sender.setPort(1); // tcpmux, where nobody listens

        postman().goOnARound();
        assertThat(mails.to(ROBIN).state()).isEqualTo("WAITING");
        assertThat(mails.to(ROBIN).error()).contains("Couldn't connect", "Connection refused");
        sender.setPort(GREEN_MAIL.getSmtp().getPort());
        clock.pass(Duration.ofMinutes(1));
        postman().goOnARound();
        postman().goOnARound();

        assertThat(GREEN_MAIL.getReceivedMessages()).hasSize(1);
        assertThat(mails.to(ROBIN).state()).isEqualTo("SENT");
    }

    @Test
    void costsOneMailATryHoweverManyWaitAndSendsTheOthersAsSoonAsTheServerIsBack() {
        var others = List.of("kim@example.org", "noor@example.org", "sam@example.org");
        mails.write(letterTo(ROBIN));
        others.forEach(other -> mails.write(letterTo(other)));
        var postman = postman();
        sender.setPort(1);

        postman.goOnARound();
        clock.pass(Duration.ofMinutes(5));
        postman.goOnARound();
        assertThat(mails.to(ROBIN).attempts()).isOne();
        assertThat(others)
                .allSatisfy(other -> assertThat(mails.to(other).attempts()).isZero());
        sender.setPort(GREEN_MAIL.getSmtp().getPort());
        postman.goOnARound();

        assertThat(GREEN_MAIL.getReceivedMessages()).hasSize(4);
    }

    @Test
    void isNotHeldUpByAServerThatSaysNothing() throws IOException {
        mails.write(letterTo(ROBIN));
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            sender.setPort(silent.getLocalPort());
            postman().goOnARound();
        }

        assertThat(mails.to(ROBIN).state()).isEqualTo("WAITING");
        assertThat(mails.to(ROBIN).error()).contains("timed out");
    }

    @Test
    void sendsADuplicateUnderTheSameIdWhenKilledBeforeWritingItDown() {
        mails.write(letterTo(ROBIN));
        var server = new MailServer(sender, new Sender(baseUrl, ""));
        var killed = new Postman(queue, mail -> {
            server.deliver(mail);
            throw new OutOfMemoryError("killed");
        });

        assertThatThrownBy(killed::goOnARound).hasMessage("killed");
        clock.pass(MailQueue.LEASE);
        postman().goOnARound();
        postman().goOnARound();

        assertThat(GREEN_MAIL.getReceivedMessages())
                .extracting(MimeMessage::getMessageID)
                .containsExactly(mails.to(ROBIN).messageId(), mails.to(ROBIN).messageId());
    }
}
