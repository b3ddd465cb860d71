package org.manyhands.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.function.Consumer;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where pages send somebody who has to say who they are, and where a browser becomes a signed-in one. */
@Component
public class SignInDesk {

    static final Duration ORGANIZER_IDLE = Duration.ofHours(2);
    static final Duration VOLUNTEER_IDLE = Duration.ofDays(30);

    /** Tells the cookie to outlive the browser; see {@link SessionConfiguration}. */
    static final String REMEMBERED = SignInDesk.class.getName() + ".remembered";

    private final SignInService service;
    private final Accounts accounts;
    private final Rights rights;
    private final SecurityContextRepository contexts;

    SignInDesk(SignInService service, Accounts accounts, Rights rights, SecurityContextRepository contexts) {
        this.service = service;
        this.accounts = accounts;
        this.rights = rights;
        this.contexts = contexts;
    }

    /**
     * Mails the address a link and a code, and remembers in the session that this browser asked.
     *
     * @param errand stores what the request brings along, in the transaction that writes the mail
     * @return the page to show next, the same whoever asks
     */
    public String ask(HttpSession session, EmailAddress email, LocalPath next, Consumer<SignInId> errand) {
        return asked(session, new AskedHere(service.ask(email, next, errand), email, true));
    }

    String ask(HttpSession session, EmailAddress email, LocalPath next) {
        var earlier = AskedHere.in(session).map(AskedHere::signIn).orElse(null);
        return asked(session, new AskedHere(service.askAgain(email, next, earlier), email, true));
    }

    String asked(HttpSession session, AskedHere asked) {
        asked.keepIn(session);
        return "redirect:/sign-in/sent";
    }

    /** Signs the browser in and sends it where it is to arrive. */
    String enter(
            Redemption.Entered entered,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        enter(request, response, entered.who());
        entered.arrival().flashAttributes().forEach(redirect::addFlashAttribute);
        return "redirect:" + entered.arrival().path();
    }

    /** Nothing of the session before survives: neither its id, nor its CSRF token, nor who was signed in with it. */
    void enter(HttpServletRequest request, HttpServletResponse response, SignedIn who) {
        request.getSession().invalidate();
        var organizer = organizes(who.accountId());
        if (!organizer) {
            request.setAttribute(REMEMBERED, true);
        }
        request.getSession().setMaxInactiveInterval((int) (organizer ? ORGANIZER_IDLE : VOLUNTEER_IDLE).toSeconds());
        var context = who.asContext();
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    private boolean organizes(AccountId account) {
        return accounts.findById(account).filter(Account::mayCreateConferences).isPresent()
                || rights.isInATeam(account);
    }
}
