package org.manyhands.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Objects;
import org.springframework.mail.MailParseException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** Hands mails to the mail server (SMTP). */
@Component
@MailWay.Only(MailWay.TO_SERVER)
class MailServer implements Delivery {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final JavaMailSenderImpl sender;
    private final Sender from;

    MailServer(JavaMailSenderImpl sender, Sender from) {
        this.sender = sender;
        this.from = from;
    }

    @Override
    public void deliver(WaitingMail mail) {
        sender.send(message(mail));
    }

    @Override
    public boolean takesMails() {
        try {
            sender.testConnection();
            return true;
        } catch (MessagingException away) {
            return false;
        }
    }

    private MimeMessage message(WaitingMail mail) {
        try {
            var message = sender.createMimeMessage();
            message.setHeader("Message-ID", mail.messageId());
            message.setSentDate(Date.from(mail.writtenAt()));
            message.setFrom(from.from());
            message.setRecipient(Message.RecipientType.TO, address(mail.recipient()));
            var replyTo = mail.replyTo();
            if (replyTo != null && isAddress(replyTo)) {
                message.setReplyTo(new InternetAddress[] {address(replyTo)});
            }
            message.setSubject(mail.subject(), UTF_8);
            // RFC 3834: out-of-office assistants must not answer
            message.setHeader("Auto-Submitted", "auto-generated");
            if (mail.unsubscribe() != null) {
                // RFC 8058: one POST by the mail program, without a cookie
                message.setHeader("List-Unsubscribe", "<" + mail.unsubscribe() + ">");
                message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            }
            fill(message, mail);
            return message;
        } catch (MessagingException e) {
            throw new MailParseException(e);
        }
    }

    private static void fill(MimeMessage message, WaitingMail mail) throws MessagingException {
        if (mail.htmlBody() == null) {
            message.setText(mail.textBody(), UTF_8);
            return;
        }
        // RFC 2046, 5.1.4: the plainest first, the one to be preferred last
        var parts = new MimeMultipart("alternative", part(mail.textBody(), "plain"), part(mail.htmlBody(), "html"));
        if (mail.calendar() != null) {
            parts.addBodyPart(calendar(mail.calendar(), Objects.requireNonNull(mail.calendarMethod())));
        }
        message.setContent(parts);
    }

    /** The method stands in the type too: without it mail programs show a file instead of an appointment (RFC 6047). */
    private static MimeBodyPart calendar(String text, String method) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(
                text.getBytes(StandardCharsets.UTF_8), "text/calendar; charset=UTF-8; method=" + method)));
        return part;
    }

    private static MimeBodyPart part(String content, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(content, UTF_8, subtype);
        return part;
    }

    /** One bare address: no list, no group, no name that could be somebody else's words. */
    private static InternetAddress address(String text) throws AddressException {
        var address = new InternetAddress(text, true);
        if (!text.equals(address.getAddress()) || address.isGroup()) {
            throw new AddressException("not one bare address", text);
        }
        return address;
    }

    private static boolean isAddress(String text) {
        try {
            address(text);
            return true;
        } catch (AddressException e) {
            return false;
        }
    }
}
