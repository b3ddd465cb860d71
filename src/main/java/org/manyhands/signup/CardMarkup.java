package org.manyhands.signup;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A card's markup without what each form on each page has of its own.
 *
 * @param pieces text, then by turns what stands for something to be filled in, and text
 */
record CardMarkup(List<String> pieces) {

    /** Stands for the id of a form. Nobody can know it, and so write it into a text of theirs. */
    static final UUID REQUEST_ID = UUID.randomUUID();

    private static final String REQUEST_ID_GOES_HERE = REQUEST_ID.toString();
    private static final String CSRF_TOKEN_GOES_HERE = "";

    /** @param csrfToken of the reader for whom it was made, or nothing where it has no form */
    static CardMarkup of(String markup, String csrfToken) {
        var own = csrfToken.isEmpty() ? REQUEST_ID_GOES_HERE : REQUEST_ID_GOES_HERE + "|" + Pattern.quote(csrfToken);
        var pieces = Pattern.compile(own).splitWithDelimiters(markup, -1);
        if (markup.contains("name=\"_csrf\"")
                && (csrfToken.isEmpty() || !List.of(pieces).contains(csrfToken))) {
            throw new IllegalStateException("a card would keep the token of whoever read it first");
        }
        for (var i = 1; i < pieces.length; i += 2) {
            pieces[i] = pieces[i].equals(REQUEST_ID_GOES_HERE) ? REQUEST_ID_GOES_HERE : CSRF_TOKEN_GOES_HERE;
        }
        return new CardMarkup(List.of(pieces));
    }

    String filledIn(String csrfToken) {
        var whole = new StringBuilder(length() + pieces.size() * csrfToken.length());
        for (var i = 0; i < pieces.size(); i++) {
            var isText = i % 2 == 0;
            var piece = pieces.get(i);
            whole.append(isText ? piece : piece.equals(CSRF_TOKEN_GOES_HERE) ? csrfToken : UUID.randomUUID());
        }
        return whole.toString();
    }

    int length() {
        return pieces.stream().mapToInt(String::length).sum();
    }
}
