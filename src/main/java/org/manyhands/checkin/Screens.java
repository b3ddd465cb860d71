package org.manyhands.checkin;

import jakarta.servlet.http.HttpServletResponse;

/** What the pages of devices have in common. Nothing keeps a copy of any page here: see the headers of all pages. */
final class Screens {

    private Screens() {}

    /** A link that got about is no page to be found by people's names. */
    static void keepOutOfSearchEngines(HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
    }
}
