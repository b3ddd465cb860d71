package org.manyhands.messaging;

import java.util.regex.Pattern;
import org.springframework.util.StringUtils;

/** What organizers read of a mail that was not sent; what the mail server answered stands beside it as it is. */
enum MailTrouble {
    NO_CHAT("The address of the chat is not right any more: make a new webhook there.", "the address is not right"),
    CHAT_BUSY("The chat did not take it just now.", "^\\w+: the chat "),
    NO_SUCH_ADDRESS(
            "The mail server does not take mail for this address: it may be mistyped or closed.",
            "\\b55[0134]\\b|\\b5\\.1\\.|user unknown|no such user|invalid addresses"),
    MAILBOX_FULL("Their mailbox is full.", "\\b[45]52\\b|\\b[45]\\.2\\.2|mailbox full|quota"),
    NO_SIGN_IN(
            "The mail server does not let us in: whoever runs this installation has to look.",
            "authentication|\\b535\\b"),
    AWAY(
            "The mail server could not be reached.",
            "connect|unknownhost|timed? ?out|refused|no route|socket|eof|closed|\\b421\\b"),
    OTHER("The mail server did not take it.", "");

    private final String words;
    private final Pattern sign;

    MailTrouble(String words, String sign) {
        this.words = words;
        this.sign = Pattern.compile(sign, Pattern.CASE_INSENSITIVE);
    }

    /** Begins with the kind of failure; what does not, we wrote ourselves. */
    private static final Pattern FAILURE = Pattern.compile("^\\w+(Exception|Error): ");

    /** @param error as the outbox keeps it */
    static String inWords(String error) {
        if (!FAILURE.matcher(error).find()) {
            return StringUtils.capitalize(error) + ".";
        }
        for (var trouble : values()) {
            if (trouble.sign.matcher(error).find()) {
                return trouble.words;
            }
        }
        return OTHER.words;
    }
}
