package org.manyhands.shared;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manyhands.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A crowd that opens the same page at once. */
@IntegrationTest
class KeptPagesAtOnceTests {

    @Autowired
    private CookieSerializer sessionCookie;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    /** The second comes while the first one's page is being made. */
    @ParameterizedTest
    @CsvSource({"200, 1", "404, 2"})
    void areMadeByOneWhileTheOthersWait(int status, int timesMade) throws Exception {
        var kept = new KeptPages(sessionCookie, requestMappingHandlerMapping, Duration.ofSeconds(1));
        var made = new AtomicInteger();
        var begun = new CountDownLatch(1);
        var secondCame = new CountDownLatch(1);
        FilterChain slow = (request, response) -> {
            made.incrementAndGet();
            begun.countDown();
            try {
                secondCame.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            ((HttpServletResponse) response).setStatus(status);
            response.setContentType("text/html;charset=UTF-8");
            response.getOutputStream().write("page".getBytes());
        };
        var first = new MockHttpServletResponse();
        var second = new MockHttpServletResponse();
        var one = asking(kept, first, slow);
        begun.await();
        var other = asking(kept, second, slow);
        while (other.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        secondCame.countDown();
        one.join();
        other.join();
        assertThat(made).hasValue(timesMade);
        assertThat(first.getContentAsString()).isEqualTo("page");
        assertThat(second.getContentAsString()).isEqualTo("page");
        assertThat(second.getStatus()).isEqualTo(status);
    }

    private static Thread asking(KeptPages kept, HttpServletResponse response, FilterChain chain) {
        return Thread.ofVirtual().start(() -> {
            try {
                kept.doFilter(new MockHttpServletRequest("GET", "/"), response, chain);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
