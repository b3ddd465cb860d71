package org.manyhands.account;

/** What became of a link or a code. */
sealed interface Redemption {

    record Entered(SignedIn who, Arrival arrival) implements Redemption {}

    record WrongCode(int triesLeft) implements Redemption {}

    record Dead(SignIn.End end) implements Redemption {}
}
