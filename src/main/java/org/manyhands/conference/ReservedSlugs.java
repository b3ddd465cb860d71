package org.manyhands.conference;

import java.util.Set;

/** Words that no conference may have as its address, because they begin addresses of the installation's own, now or one day. */
final class ReservedSlugs {

    private static final Set<String> WORDS = Set.of(
            "about",
            "account",
            "admin",
            "api",
            "assets",
            "calendar",
            "conferences",
            "crew",
            "css",
            "desk",
            "error",
            "favicon",
            "health",
            "help",
            "images",
            "invitations",
            "join",
            "js",
            "login",
            "logout",
            "mailbox",
            "me",
            "new",
            "organize",
            "privacy",
            "robots",
            "schedule",
            "setup",
            "shifts",
            "sign-in",
            "sign-out",
            "sign-up",
            "signups",
            "sitemap",
            "static",
            "styleguide",
            "unsubscribe",
            "wall",
            "webjars",
            "well-known");

    private ReservedSlugs() {}

    static boolean contain(String slug) {
        return WORDS.contains(slug);
    }
}
