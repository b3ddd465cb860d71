package org.manyhands.schedulefile;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** XML that would have us open other files, or swell: refused at once, and nobody is called. */
class XmlAttackTests {

    private static final String SCHEDULE = """
            <schedule %s><day date="2026-10-16"><event id="1"><title>A %s talk</title><start>09:00</start></event></day>
            </schedule>""";

    private final AtomicInteger calls = new AtomicInteger();

    @TempDir
    private Path folder;

    private HttpServer canary;
    private String address;
    private Path secret;

    @BeforeEach
    void start() throws IOException {
        secret = Files.writeString(folder.resolve("secret.txt"), "secret words");
        canary = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        canary.createContext("/", exchange -> {
            calls.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        canary.start();
        address = "http://localhost:" + canary.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        canary.stop(0);
        assertThat(calls).hasValue(0);
    }

    @Test
    void refusesAnEntityThatIsAFile() {
        assertRefused(
                "<!DOCTYPE schedule [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>" + SCHEDULE.formatted("", "&x;"));
    }

    @Test
    void refusesAnEntityThatIsAnAddress() {
        assertRefused("<!DOCTYPE schedule [<!ENTITY x SYSTEM \"" + address + "/x\">]>" + SCHEDULE.formatted("", "&x;"));
    }

    @Test
    void refusesAParameterEntity() {
        assertRefused("<!DOCTYPE schedule [<!ENTITY % x SYSTEM \"" + address + "/x.dtd\"> %x;]>"
                + SCHEDULE.formatted("", ""));
    }

    @Test
    void refusesADocumentTypeElsewhere() {
        assertRefused("<!DOCTYPE schedule SYSTEM \"" + address + "/schedule.dtd\">" + SCHEDULE.formatted("", ""));
        assertRefused("<?xml version=\"1.0\" standalone=\"no\"?><!DOCTYPE schedule PUBLIC \"-//X//Y\" \"" + address
                + "/schedule.dtd\">" + SCHEDULE.formatted("", ""));
    }

    @Test
    void refusesABillionLaughs() {
        var laughs = new StringBuilder("<!DOCTYPE schedule [<!ENTITY l0 \"ha\">");
        for (var i = 1; i < 30; i++) {
            laughs.append(
                    "<!ENTITY l%d \"%s\">".formatted(i, "&l%d;".formatted(i - 1).repeat(10)));
        }
        assertRefused(laughs + "]>" + SCHEDULE.formatted("", "&l29;"));
    }

    @Test
    void refusesAnEntityOfAMegabyteManyTimes() {
        assertRefused("<!DOCTYPE schedule [<!ENTITY x \"" + "x".repeat(1_000_000) + "\">]>"
                + SCHEDULE.formatted("", "&x;".repeat(1_000)));
    }

    @Test
    void refusesAnEntityThatNobodyDeclared() {
        assertRefused(SCHEDULE.formatted("", "&nbsp;"));
    }

    @Test
    void refusesToIncludeOtherFiles() {
        var include = "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"%s\" parse=\"text\"/>";

        assertRefused(SCHEDULE.formatted("", include.formatted(secret.toUri())));
        assertRefused(SCHEDULE.formatted("", include.formatted(address + "/x")));
    }

    @Test
    void doesNotLookForTheSchemaThatAFileNames() {
        var named = "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:noNamespaceSchemaLocation=\"" + address
                + "/schedule.xsd\"";

        assertThat(Schedules.readText(SCHEDULE.formatted(named, "schema")).entries())
                .hasSize(1);
    }

    @Test
    void readsTheEntitiesThatXmlHasItself() {
        assertThat(Schedules.readText(SCHEDULE.formatted("", "&lt;&amp;&#169;")).entries())
                .extracting(Entry::title)
                .containsExactly("A <&© talk");
    }

    /** Within a second and fifty megabytes. */
    private static void assertRefused(String xml) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        var allocated = threads.getCurrentThreadAllocatedBytes();
        var began = System.nanoTime();

        assertThat(Schedules.refusalOfText(xml)).doesNotContain("secret words");

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(1));
        assertThat(threads.getCurrentThreadAllocatedBytes() - allocated).isLessThan(50L << 20);
    }
}
