package org.manyhands.browser;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.ServerSocket;
import org.junit.jupiter.api.extension.ExtendWith;
import org.manyhands.Given;
import org.manyhands.TestDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * The running application in a real browser: the example conference on the dates of DjangoCon US 2023, three weeks and a
 * half before it begins.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Chromium.class)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {
            "manyhands.sample=true",
            "manyhands.mail=none",
            "manyhands.clock.start-at=2023-09-20T14:00:00Z",
        })
@ContextConfiguration(initializers = BrowserTest.FreePort.class)
@Import({TestDatabase.class, Given.class})
@interface BrowserTest {

    /** Known before start-up, because links and the check of a POST's origin come from the base address. */
    class FreePort implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            try (var socket = new ServerSocket(0)) {
                TestPropertyValues.of("server.port=" + socket.getLocalPort(), "server.address=127.0.0.1")
                        .applyTo(context);
            } catch (IOException e) {
                throw new IllegalStateException("there is no free port", e);
            }
        }
    }
}
