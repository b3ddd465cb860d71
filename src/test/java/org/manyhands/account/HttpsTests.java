package org.manyhands.account;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manyhands.shared.BaseUrl;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.CookieSerializer.CookieValue;

/** What an https base address changes, also where a proxy ends https and passes plain requests on. */
@ExtendWith(OutputCaptureExtension.class)
class HttpsTests {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withBean(BaseUrl.class)
            .withUserConfiguration(SessionConfiguration.class, SecurityHeaders.class);

    @Test
    void makesTheCookieOneOfThisHostAndOfHttpsOnly() {
        at("https://volunteers.example.org").run(context -> {
            var response = new MockHttpServletResponse();
            context.getBean(CookieSerializer.class)
                    .writeCookieValue(new CookieValue(new MockHttpServletRequest(), response, "id"));
            var cookie = requireNonNull(response.getCookie("__Host-manyhands"));
            assertThat(cookie.getSecure()).isTrue();
            assertThat(cookie.getPath()).isEqualTo("/");
            assertThat(cookie.getDomain()).isNull();
        });
    }

    @Test
    void keepsBrowsersOnHttps() {
        at("https://volunteers.example.org")
                .run(context -> assertThat(headers(context.getBean(FilterRegistrationBean.class))
                                .getHeader("Strict-Transport-Security"))
                        .isEqualTo("max-age=31536000"));
        at("http://localhost:8080")
                .run(context -> assertThat(headers(context.getBean(FilterRegistrationBean.class))
                                .getHeader("Strict-Transport-Security"))
                        .isNull());
    }

    @Test
    void warnsOfPlainHttpThatOthersCanReadAlong(CapturedOutput log) {
        at("http://volunteers.example.org").run(context -> assertThat(log).contains("without https"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://volunteers.example.org",
                "http://localhost:8080",
                "http://127.0.0.1",
                "http://[::1]:8080"
            })
    void warnsOfNothingElse(String address, CapturedOutput log) {
        at(address).run(context -> assertThat(log).doesNotContain("without https"));
    }

    private ApplicationContextRunner at(String address) {
        return application.withPropertyValues("manyhands.base-url=" + address);
    }

    private static HttpServletResponse headers(FilterRegistrationBean<?> filter) throws Exception {
        var response = new MockHttpServletResponse();
        requireNonNull(filter.getFilter()).doFilter(new MockHttpServletRequest(), response, new MockFilterChain());
        return response;
    }
}
