package org.manyhands.account;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Kept in the session of the browser that asked for a mail: only there does the mail's code count.
 *
 * @param typed whether the address was typed in that browser, so that it may be shown there
 */
record AskedHere(SignInId signIn, EmailAddress email, boolean typed) implements Serializable {

    private static final String NAME = AskedHere.class.getName();

    static Optional<AskedHere> in(@Nullable HttpSession session) {
        return session == null ? Optional.empty() : Optional.ofNullable((AskedHere) session.getAttribute(NAME));
    }

    String shownEmail() {
        return typed ? email.text() : email.masked();
    }

    void keepIn(HttpSession session) {
        session.setAttribute(NAME, this);
    }
}
