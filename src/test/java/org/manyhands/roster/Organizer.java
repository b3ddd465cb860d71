package org.manyhands.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import org.manyhands.Given;
import org.manyhands.SignedInAs;
import org.manyhands.account.AccountId;
import org.manyhands.conference.Conference;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.util.HtmlUtils;

/** An organizer who opens pages below {@code /{c}/organize} and reads them. */
record Organizer(MockMvcTester mvc, Conference conference, AccountId account) {

    static Organizer of(Conference conference, Given given, MockMvcTester mvc) {
        return new Organizer(mvc, conference, given.organizer(conference));
    }

    /** The page's words, in their order. */
    String reads(String address) {
        var main = opens(address).replaceAll("(?s)^.*<main", "<main").replaceAll("(?s)</main>.*$", "");
        return HtmlUtils.htmlUnescape(
                        main.replaceAll("</?(a|span|strong|time)\\b[^>]*>", "").replaceAll("<[^>]+>", " "))
                .replaceAll("\\s+", " ");
    }

    /** The page's HTML. */
    String opens(String address) {
        var page = mvc.get()
                .uri(URI.create("/" + conference.slug() + "/organize" + address))
                .with(SignedInAs.account(account))
                .exchange();
        assertThat(page).hasStatusOk();
        assertThat(page.getResponse().getHeader("Cache-Control")).contains("no-store");
        try {
            return page.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
