package org.manyhands.account;

import org.jspecify.annotations.Nullable;

/**
 * What the page of a mailed link says.
 *
 * @param end why the link is dead, or null while it works
 * @param conference with which they register, if they do
 */
record LinkPage(
        SignIn.@Nullable End end,
        String maskedEmail,
        String button,
        @Nullable String conference) {

    static final LinkPage NOT_KNOWN = new LinkPage(SignIn.End.NOT_KNOWN, "", "", null);
}
