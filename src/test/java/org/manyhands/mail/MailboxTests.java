package org.manyhands.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.manyhands.TestDatabase;
import org.manyhands.shared.BaseUrl;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The application as it starts with nothing set: the one context of its own, because only there the mailbox exists. */
@SpringBootTest(properties = "manyhands.sample=false")
@AutoConfigureMockMvc
@Import(TestDatabase.class)
class MailboxTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    LocalMailbox mailbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BaseUrl baseUrl;

    private void caught(String subject, String text) {
        var id = UUID.randomUUID();
        mailbox.deliver(new WaitingMail(
                id,
                id,
                1,
                "SIGN_IN",
                "robin@example.org",
                null,
                subject,
                text,
                null,
                null,
                null,
                null,
                null,
                true,
                "<" + id + ">",
                Instant.EPOCH));
    }

    private MvcTestResult page(RequestPostProcessor from) {
        return mvc.get().uri("/mailbox").with(from).exchange();
    }

    private static RequestPostProcessor here() {
        return request -> request;
    }

    @Test
    void showsTheNewestFirst() {
        caught("The older one", "First.");
        caught("The newer one", "Second.");

        assertThat(page(here())).hasStatusOk().bodyText().containsSubsequence("The newer one", "The older one");
    }

    @Test
    void showsFifty() {
        caught("Pushed off the page", "");
        for (var n = 0; n < 50; n++) {
            caught("Another", "");
        }

        assertThat(page(here())).hasStatusOk().bodyText().doesNotContain("Pushed off the page");
    }

    @Test
    void keepsFiveHundred() {
        caught("Thrown away", "");
        for (var n = 0; n < 500; n++) {
            caught("Kept", "");
        }

        mailbox.throwAwayTheOldest();

        assertThat(jdbc.sql("select count(*), min(subject), max(subject) from caught_mail")
                        .query()
                        .singleRow()
                        .values())
                .map(Object::toString)
                .containsExactly("500", "Kept", "Kept");
    }

    @Test
    void linksOurOwnAddressesOnly() {
        var link = baseUrl.of("/sign-in/link?token=Zm9v&a=b");
        caught(
                "Sign in",
                "Press " + link + ".\nNot https://evil.example/ nor " + baseUrl.of(".evil.example/")
                        + "\n<b>Robin</b>");

        assertThat(page(here()))
                .bodyText()
                .contains("Press <a href=\"" + link.replace("&", "&amp;") + "\">" + link.replace("&", "&amp;")
                        + "</a>.\nNot")
                .doesNotContain("href=\"https://evil.example")
                .doesNotContain("href=\"" + baseUrl.of(".evil"))
                .contains("&lt;b&gt;Robin&lt;/b&gt;");
    }

    @Test
    void makesNoSession() {
        assertThat(page(here()).getRequest().getSession(false)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "X-Forwarded-For, 127.0.0.1",
        "x-forwarded-proto, https",
        "X-Forwarded-Host, localhost",
        "X-Forwarded-Anything, 1",
        "Forwarded, for=127.0.0.1"
    })
    void isMissingBehindAProxy(String header, String value) {
        assertThat(page(request -> with(request, header, value))).hasStatus(404);
    }

    private static MockHttpServletRequest with(MockHttpServletRequest request, String header, String value) {
        request.addHeader(header, value);
        return request;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"192.0.2.7", "10.0.0.1", "::ffff:192.0.2.7", "2001:db8::1", "0.0.0.0", "localhost.evil.example"})
    void isMissingForOtherMachines(String address) {
        assertThat(page(request -> {
                    request.setRemoteAddr(address);
                    return request;
                }))
                .hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.9.9.9", "::1", "0:0:0:0:0:0:0:1"})
    void isThereForThisMachine(String address) {
        assertThat(page(request -> {
                    request.setRemoteAddr(address);
                    return request;
                }))
                .hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example", "192.0.2.7"})
    void isMissingUnderANameThatOnlyPointsHere(String host) {
        assertThat(page(request -> {
                    request.setServerName(host);
                    return request;
                }))
                .hasStatus(404);
    }

    @Test
    void isMissingWhereForwardedHeadersAreBelieved() {
        var believing = new MailboxController(mailbox, baseUrl, "framework");

        assertThat(MockMvcTester.of(believing).get().uri("/mailbox")).hasStatus(404);
    }
}
