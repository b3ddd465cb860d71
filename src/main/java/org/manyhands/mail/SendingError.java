package org.manyhands.mail;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.mail.MailSendException;

/** Why a mail was not sent, as a line for the organizer: short, and never with a secret that the server quoted back. */
final class SendingError {

    private static final int LONGEST = 500;

    /** A token, a code, a link: servers quote what they dislike about a mail's body. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_=-]{6,}");

    private SendingError() {}

    static String of(RuntimeException failure, WaitingMail mail) {
        var line = causes(failure)
                .map(cause -> cause.getClass().getSimpleName() + ": " + cause.getMessage())
                .distinct()
                .collect(Collectors.joining("; "))
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        var safe = mail.secret() ? withoutWordsOf(mail.textBody(), line) : line;
        return safe.length() <= LONGEST ? safe : safe.substring(0, LONGEST - 1) + "…";
    }

    /** A failed sending says little itself: what the server answered is kept beside it. */
    private static Stream<Throwable> causes(RuntimeException failure) {
        var told = failure instanceof MailSendException sending && sending.getMessageExceptions().length > 0
                ? Arrays.stream(sending.getMessageExceptions())
                : Stream.of(failure);
        return told.flatMap(cause -> Stream.of(cause, NestedExceptionUtils.getMostSpecificCause(cause)));
    }

    private static String withoutWordsOf(String body, String line) {
        return WORD.matcher(line).replaceAll(word -> body.contains(word.group()) ? "…" : "$0");
    }
}
