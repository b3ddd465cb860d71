package org.manyhands.mail;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail to be written into the outbox.
 *
 * @param kind which news it is, in capitals, as in "YOU_ARE_IN"
 * @param notAfter it is not sent later than this: by then it would be wrong or useless
 * @param replyTo who answers; without one, answers go to the sender's address
 * @param news which telling of what this is; without it, nothing stops a second one
 * @param calendar what the reader's calendar is told
 * @param unsubscribe where one POST ends mails like this (RFC 8058); without it, it is one that nobody can do without
 * @param secret lets its reader sign in: listed nowhere, its body erased once sent, failed or expired
 */
public record Letter(
        String kind,
        String recipient,
        Wording wording,
        Instant notAfter,
        @Nullable UUID conferenceId,
        @Nullable String replyTo,
        @Nullable News news,
        @Nullable CalendarPart calendar,
        @Nullable URI unsubscribe,
        boolean secret) {

    /** The thing a letter tells of, such as a signup, and which of its versions: the same news is written once. */
    public record News(UUID about, int version) {}

    public static Letter to(String recipient, String kind, Wording wording, Instant notAfter) {
        return new Letter(kind, recipient, wording, notAfter, null, null, null, null, null, false);
    }

    public static Letter secretTo(String recipient, String kind, Wording wording, Instant notAfter) {
        return new Letter(kind, recipient, wording, notAfter, null, null, null, null, null, true);
    }

    public Letter inConference(UUID conference) {
        return new Letter(kind, recipient, wording, notAfter, conference, replyTo, news, calendar, unsubscribe, secret);
    }

    public Letter answeredBy(@Nullable String address) {
        return new Letter(
                kind, recipient, wording, notAfter, conferenceId, address, news, calendar, unsubscribe, secret);
    }

    public Letter tellingOf(UUID about, int version) {
        return new Letter(
                kind,
                recipient,
                wording,
                notAfter,
                conferenceId,
                replyTo,
                new News(about, version),
                calendar,
                unsubscribe,
                secret);
    }

    public Letter with(@Nullable CalendarPart part) {
        return new Letter(kind, recipient, wording, notAfter, conferenceId, replyTo, news, part, unsubscribe, secret);
    }

    public Letter endedAt(URI address) {
        return new Letter(kind, recipient, wording, notAfter, conferenceId, replyTo, news, calendar, address, secret);
    }
}
