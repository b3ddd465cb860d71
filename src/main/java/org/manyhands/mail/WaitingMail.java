package org.manyhands.mail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail the postman has in hand.
 *
 * @param leaseOwner the lease under which it was taken; a result counts only while the row still carries it
 * @param webhook of a message to a chat; null for a mail
 * @param attempts how many times it was tried, this one included
 */
record WaitingMail(
        UUID mailId,
        UUID leaseOwner,
        int attempts,
        String kind,
        String recipient,
        @Nullable String replyTo,
        String subject,
        String textBody,
        @Nullable String htmlBody,
        @Nullable String calendar,
        @Nullable String calendarMethod,
        @Nullable String unsubscribe,
        @Nullable String webhook,
        boolean secret,
        String messageId,
        Instant writtenAt) {}
