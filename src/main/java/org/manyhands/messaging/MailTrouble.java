package org.manyhands.messaging;

import java.util.regex.Pattern;

/** What organizers read of a mail that was not sent; what the mail server answered stands beside it as it is. */
enum MailTrouble {
    NOT_WANTED("Its reader wants no more mails like this one.", "wants no more"),
    CUT_SHORT("The last try was cut short, so it may have gone out or not.", "cut short"),
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

    /** @param error as the outbox keeps it */
    static String inWords(String error) {
        for (var trouble : values()) {
            if (trouble.sign.matcher(error).find()) {
                return trouble.words;
            }
        }
        return OTHER.words;
    }
}
