package org.manyhands.schedulefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manyhands.shared.Outside;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScheduleFetchTests {

    private static final byte[] FILE = "title,start\nTalk,2026-10-16 09:00\n".getBytes(StandardCharsets.UTF_8);

    private Canary canary;

    @BeforeAll
    void start() throws Exception {
        canary = new Canary();
        canary.on("/", exchange -> Canary.answer(exchange, 200, FILE));
    }

    @AfterAll
    void stop() {
        canary.close();
    }

    @Test
    void fetchesAFileWithItsTagAndLaterOnlyIfItHasChanged() {
        canary.on("/tagged", exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"v1\"");
            var known = "\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            Canary.answer(exchange, known ? 304 : 200, known ? new byte[0] : FILE);
        });

        var first = (Fetched.File) canary.fetch().fetch(canary.address("/tagged"), null);

        assertThat(first.content()).isEqualTo(FILE);
        assertThat(first.etag()).isEqualTo(Optional.of("\"v1\""));
        assertThat(canary.fetch().fetch(canary.address("/tagged"), "\"v1\"")).isInstanceOf(Fetched.Unchanged.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://localhost/",
                "https://LOCALHOST./",
                "https://127.0.0.1/",
                "https://127.0.0.1:443/",
                "https://127.1/",
                "https://127.0.1/",
                "https://2130706433/",
                "https://017700000001/",
                "https://0x7f000001/",
                "https://0x7f.0.0.1/",
                "https://0177.0.0.1/",
                "https://127.0.0.01/",
                "https://127.0.0.1./",
                "https://0/",
                "https://0.0.0.0/",
                "https://[::1]/",
                "https://[::]/",
                "https://[0:0:0:0:0:0:0:1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:7f00:1]/",
                "https://[::127.0.0.1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[2002:7f00:1::]/",
                "https://[fc00::1]/",
                "https://[fe80::1]/",
                "https://[fe80::1%25lo]/",
                "https://[ff02::1]/",
                "https://10.0.0.1/",
                "https://100.64.0.1/",
                "https://169.254.169.254/latest/meta-data/",
                "https://172.16.0.1/",
                "https://192.168.0.1/",
                "https://198.18.0.1/",
                "https://224.0.0.1/",
                "https://255.255.255.255/",
                "https://１２７.０.０.１/",
                "https://127。0。0。1/",
                "https://127%2e0%2e0%2e1/",
                "https://user@localhost/",
                "https://example.org@127.0.0.1/",
                "https://example.org:8443/",
                "https://localhost:22/",
                "http://example.org/",
                "http://localhost/",
                "ftp://example.org/",
                "file:///etc/passwd",
                "jar:https://example.org!/",
                "gopher://localhost/",
                "//localhost/",
                "localhost",
                "https:localhost",
                "https:///x",
                "https://",
                "",
                " ",
                "https://exa mple.org/",
                "https://example.org\r\nHost: localhost/",
                "javascript:alert(1)"
            })
    void refusesWhateverIsNotAPublicHttpsAddress(String address) {
        var before = canary.hits();
        var fetch = canary.fetch(Set.of(), ScheduleFetchTests::onlyNumbersAndThisMachine);

        assertThat(refusal(fetch.fetch(address, null))).matches("[A-Z].*\\.").doesNotContain("Something went wrong");
        assertThat(canary.hits()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://[::1]/",
                "https://[fe80::1%25lo]/",
                "http://example.org/",
                "https://user@example.org/",
                "https://example.org:8443/",
                "javascript:alert(1)"
            })
    void tellsWithoutAskingAnybodyWhereItWouldNotGo(String address) {
        var fetch = canary.fetch(Set.of(), name -> {
            throw new AssertionError("looked up " + name);
        });

        assertThat(fetch.refusal(address)).get().asString().matches("[A-Z].*\\.");
        assertThat(fetch.refusal("https://example.org/")).isEmpty();
    }

    /** Nobody outside is asked for a name. */
    private static InetAddress[] onlyNumbersAndThisMachine(String name) throws UnknownHostException {
        if (name.matches("(?i)localhost\\.?|\\[?[0-9a-f:.%lo]+]?")) {
            return InetAddress.getAllByName(name);
        }
        throw new AssertionError("looked up " + name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/",
                "https://169.254.169.254/latest/",
                "https://127.0.0.1/",
                "file:///etc/passwd"
            })
    void checksEachRedirectLikeTheFirstAddress(String location) {
        var path = "/to/" + Integer.toHexString(location.hashCode());
        canary.on(path, exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            Canary.answer(exchange, 302, new byte[0]);
        });

        assertThat(refusal(canary.fetch().fetch(canary.address(path), null)))
                .containsAnyOf("https://", "public Internet");
    }

    @Test
    void followsThreeRedirectsAndNotFour() {
        for (var hop = 1; hop <= 4; hop++) {
            var next = hop == 1 ? "/" : "/hop" + (hop - 1);
            canary.on("/hop" + hop, exchange -> {
                exchange.getResponseHeaders().set("Location", next);
                Canary.answer(exchange, 307, "moved".getBytes(StandardCharsets.UTF_8));
            });
        }

        assertThat(canary.fetch().fetch(canary.address("/hop3"), null)).isInstanceOf(Fetched.File.class);
        assertThat(refusal(canary.fetch().fetch(canary.address("/hop4"), null))).contains("more often");
    }

    @Test
    void connectsToTheAddressThatWasCheckedAndLooksEachNameUpOnce() {
        var lookUps = new AtomicInteger();
        var fetch = canary.fetch(Set.of("schedule.example:" + canary.port()), name -> {
            lookUps.incrementAndGet();
            return new InetAddress[] {InetAddress.getLoopbackAddress()};
        });

        assertThat(fetch.fetch("https://schedule.example:" + canary.port() + "/", null))
                .isInstanceOf(Fetched.File.class);
        assertThat(lookUps).hasValue(1);
    }

    @Test
    void refusesANameThatIsPublicOnlyInPart() {
        var before = canary.hits();
        var partly = canary.fetch(Set.of(), name ->
                new InetAddress[] {InetAddress.getByName("1.1.1.1"), InetAddress.getLoopbackAddress()});

        assertThat(refusal(partly.fetch("https://partly.example/", null))).contains("public Internet");
        assertThat(canary.hits()).isEqualTo(before);
    }

    @Test
    void takesNoMoreThanTenMegabytesPackedOrUnpacked() throws IOException {
        var large = new byte[Caps.BYTES + 1];
        var packed = packed(large);
        canary.on("/large", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (true) {
                exchange.getResponseBody().write(new byte[8192]);
            }
        });
        canary.on("/bomb", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            Canary.answer(exchange, 200, packed);
        });
        canary.on("/packed", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            Canary.answer(exchange, 200, packed(FILE));
        });

        assertThat(packed.length).isLessThan(20_000);
        assertThat(refusal(canary.fetch().fetch(canary.address("/large"), null)))
                .contains("10 MB");
        assertThat(refusal(canary.fetch().fetch(canary.address("/bomb"), null))).contains("10 MB");
        assertThat(((Fetched.File) canary.fetch().fetch(canary.address("/packed"), null)).content())
                .isEqualTo(FILE);
    }

    @Test
    void takesNoLongerThanFiveSecondsHoweverManyDropsCome() {
        var done = new CountDownLatch(1);
        canary.on("/slow", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                while (!done.await(100, TimeUnit.MILLISECONDS)) {
                    exchange.getResponseBody().write('x');
                    exchange.getResponseBody().flush();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        var began = System.nanoTime();
        var refusal = refusal(canary.fetch().fetch(canary.address("/slow"), null));
        done.countDown();

        assertThat(refusal).contains("five seconds");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void tellsTheStatusAndNothingElseOfAnAnswer() {
        canary.on("/secret", exchange -> Canary.answer(exchange, 403, "secret words".getBytes(StandardCharsets.UTF_8)));

        assertThat(refusal(canary.fetch().fetch(canary.address("/secret"), null)))
                .contains("403")
                .doesNotContain("secret words");
    }

    @Test
    void doesNotTrustAMachineThatCannotProveItsName() {
        var fetch = new ScheduleFetch(new Outside(
                Set.of("localhost:" + canary.port()),
                (Names) InetAddress::getAllByName,
                DefaultClientTlsStrategy.createDefault()));
        var before = canary.hits();

        assertThat(refusal(fetch.fetch(canary.address("/"), null))).contains("prove");
        assertThat(canary.hits()).isEqualTo(before);
    }

    private static byte[] packed(byte[] content) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    private static String refusal(Fetched fetched) {
        return ((Fetched.Refused)
                        assertThat(fetched).isInstanceOf(Fetched.Refused.class).actual())
                .because();
    }
}
