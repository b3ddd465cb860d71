package org.manyhands.shared;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.SqlCount;
import org.manyhands.conference.Conference;
import org.manyhands.shift.Need;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.http.HttpStatus;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The application behind a filter that keeps pages; the tests' own keeps none. */
@IntegrationTest
class KeptPagesTests {

    private static final Cookie SOME_SESSION = new Cookie("manyhands", "c29tZXRoaW5n");

    @Autowired
    private Given given;

    @Autowired
    private CookieSerializer sessionCookie;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    private final AtomicLong nanos = new AtomicLong();
    private MockMvcTester mvc;
    private Conference conference;
    private String address;

    @BeforeEach
    void standInFront(@Autowired WebApplicationContext application) {
        var kept = new KeptPages(sessionCookie, requestMappingHandlerMapping, Duration.ofSeconds(1), nanos::get);
        mvc = MockMvcTester.create(MockMvcBuilders.webAppContextSetup(application)
                .addFilters(
                        Objects.requireNonNull(application
                                .getBean("securityHeadersOnEveryAnswer", FilterRegistrationBean.class)
                                .getFilter()),
                        kept,
                        application.getBean("springSessionRepositoryFilter", Filter.class),
                        application.getBean("springSecurityFilterChain", Filter.class))
                .build());
        conference = given.conference();
        given.shift(conference, "08:00", "10:00", Need.of(2));
        address = "/" + conference.slug() + "/shifts";
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/shifts", "/shifts?open=true&view=grid"})
    void areMadeOnceInASecond(String page) {
        var here = "/" + conference.slug() + page;
        assertThat(SqlCount.of(() -> body(here))).isNotEmpty();
        var first = body(here);
        nanos.addAndGet(Duration.ofMillis(999).toNanos());
        assertThat(SqlCount.of(() -> assertThat(body(here)).isEqualTo(first))).isEmpty();
    }

    @Test
    void areMadeAnewAfterASecond() {
        assertThat(body("/")).contains(conference.name());
        var next = given.conference();
        assertThat(body("/")).doesNotContain(next.name());
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(body("/")).contains(next.name());
    }

    @Test
    void areNeitherReadNorMadeByThoseWhoHaveASession() {
        assertThat(SqlCount.of(this::askWithSession)).isNotEmpty();
        assertThat(SqlCount.of(() -> body(address))).isNotEmpty();
        assertThat(SqlCount.of(this::askWithSession)).isNotEmpty();
    }

    private void askWithSession() {
        var answer = mvc.get().uri(address).cookie(SOME_SESSION).exchange();
        assertThat(answer).hasStatusOk().doesNotContainHeader("ETag");
        assertThat(answer.getResponse().getHeader("Cache-Control")).contains("no-store");
    }

    @Test
    void leaveErrorsOut() {
        var secret = given.unpublishedConference();
        assertThat(mvc.get().uri("/" + secret.slug())).hasStatus(HttpStatus.NOT_FOUND);
        secret.publish();
        given.save(secret);
        assertThat(mvc.get().uri("/" + secret.slug())).hasStatusOk();
    }

    @Test
    void leaveOutWhatBeginsASession() {
        var first = mvc.get().uri("/sign-in").exchange();
        var second = mvc.get().uri("/sign-in").exchange();
        assertThat(first).doesNotContainHeader("ETag").cookies().containsCookie("manyhands");
        assertThat(header(second, "Set-Cookie")).isNotEqualTo(header(first, "Set-Cookie"));
    }

    @Test
    void areAskedForAgainByBrowsersAndKeptByNobodyOnTheWay() {
        for (var time : new String[] {"first", "second"}) {
            assertThat(mvc.get().uri(address))
                    .as(time)
                    .hasStatusOk()
                    .hasHeader("Cache-Control", "private, no-cache")
                    .hasHeader("Vary", "Accept-Encoding, Cookie")
                    .hasHeader("Content-Language", "en")
                    .hasHeader("Content-Security-Policy", csp())
                    .doesNotContainHeader("Pragma")
                    .doesNotContainHeader("Expires")
                    .doesNotContainHeader("Set-Cookie");
        }
    }

    private String csp() {
        return header(mvc.get().uri("/health").exchange(), "Content-Security-Policy");
    }

    @Test
    void areNotSentAgainToThoseWhoHaveThem() {
        var etag = header(mvc.get().uri(address).exchange(), "ETag");
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(mvc.get().uri(address).header("If-None-Match", etag))
                .hasStatus(HttpStatus.NOT_MODIFIED)
                .hasHeader("ETag", etag)
                .bodyText()
                .isEmpty();
        given.shift(conference, "11:00", "12:00", Need.of(2));
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(mvc.get().uri(address).header("If-None-Match", etag)).hasStatusOk();
    }

    @Test
    void haveTheSameHeadersWithoutTheirBody() {
        var head = mvc.head().uri(address).exchange();
        assertThat(head).hasStatusOk().bodyText().isEmpty();
        var page = mvc.get().uri(address).exchange();
        for (var header : page.getResponse().getHeaderNames()) {
            assertThat(head).hasHeader(header, header(page, header));
        }
    }

    private static String header(MvcTestResult answer, String name) {
        return Objects.requireNonNull(answer.getResponse().getHeader(name), name);
    }

    private String body(String address) {
        try {
            return mvc.get().uri(address).exchange().getResponse().getContentAsString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
