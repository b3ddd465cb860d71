package org.manyhands.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.manyhands.shared.BaseUrl;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailParseException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** Hands mails to the mail server (SMTP). */
@Component
@MailWay.Only(MailWay.TO_SERVER)
class MailServer implements Delivery {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final JavaMailSenderImpl sender;
    private final InternetAddress from;

    MailServer(JavaMailSenderImpl sender, BaseUrl baseUrl, @Value("${manyhands.mail-from:}") String from) {
        this.sender = sender;
        this.from = from(from.isBlank() ? "Many Hands <volunteers@" + baseUrl.host() + ">" : from);
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
            message.setFrom(from);
            message.setRecipient(Message.RecipientType.TO, address(mail.recipient()));
            var replyTo = mail.replyTo();
            if (replyTo != null && isAddress(replyTo)) {
                message.setReplyTo(new InternetAddress[] {address(replyTo)});
            }
            message.setSubject(mail.subject(), UTF_8);
            // RFC 3834: out-of-office assistants must not answer
            message.setHeader("Auto-Submitted", "auto-generated");
            fill(message, mail.textBody(), mail.htmlBody());
            return message;
        } catch (MessagingException e) {
            throw new MailParseException(e);
        }
    }

    private static void fill(MimeMessage message, String text, @Nullable String html) throws MessagingException {
        if (html == null) {
            message.setText(text, UTF_8);
        } else {
            // RFC 2046, 5.1.4: the plainest first, the one to be preferred last
            message.setContent(new MimeMultipart("alternative", part(text, "plain"), part(html, "html")));
        }
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

    private static InternetAddress from(String setting) {
        try {
            return new InternetAddress(setting, true);
        } catch (AddressException e) {
            throw new IllegalStateException("MANYHANDS_MAIL_FROM must be an address such as"
                    + " Many Hands <volunteers@example.org>, not " + setting);
        }
    }
}
