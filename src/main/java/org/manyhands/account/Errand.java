package org.manyhands.account;

import java.util.List;
import java.util.Optional;

/**
 * What a request to sign in brings along, such as a registration that was typed before it was known who asks. Floors
 * above implement it and keep what they need in a table of their own, by the request's id.
 */
public interface Errand {

    /** What the button on the link's page says it will do, as in "Sign in and take 2 shifts: …"; empty without errand. */
    Optional<String> announcedAs(SignInId signIn);

    /** What the mail and the pages on the way call it; empty without errand. */
    Optional<Purpose> purpose(SignInId signIn);

    /**
     * Why somebody signs in who registers on the way.
     *
     * @param picks what they picked there, in words
     */
    record Purpose(String conference, List<String> picks) {}

    /** Whether an address that nobody has registered with yet gets an account by this request. */
    boolean registers(SignInId signIn);

    /**
     * Does it, in the transaction that signs in: either all of it happens or nothing, and then the link still works.
     *
     * @return where to go; empty without errand
     */
    Optional<Arrival> carryOut(SignInId signIn, Account account);

    /** Brings the same along with another request, because the link of the first one has died. */
    void carryOver(SignInId from, SignInId to);
}
