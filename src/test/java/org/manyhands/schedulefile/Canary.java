package org.manyhands.schedulefile;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.manyhands.shared.Outside;

/** A server on this machine that counts who comes, with a certificate that only its own clients trust. */
public final class Canary implements AutoCloseable {

    /** Answers a request. */
    public interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private static final char[] PASSWORD = "changeit".toCharArray();

    private final HttpsServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final SSLContext ssl;
    private final AtomicInteger hits = new AtomicInteger();

    public Canary() throws Exception {
        ssl = withCertificate();
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(ssl));
        server.setExecutor(threads);
        server.start();
    }

    private static SSLContext withCertificate() throws Exception {
        var folder = Files.createTempDirectory("canary");
        var file = folder.resolve("canary.p12");
        try {
            make(file);
            var keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(file)) {
                keys.load(in, PASSWORD);
            }
            var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            own.init(keys, PASSWORD);
            var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusted.init(keys);
            var context = SSLContext.getInstance("TLS");
            context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
            return context;
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    private static void make(Path file) throws IOException, InterruptedException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "canary",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=canary",
                        "-validity",
                        "3",
                        "-ext",
                        "san=dns:localhost,dns:schedule.example",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        var said = new String(made.getInputStream().readAllBytes());
        if (made.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
    }

    public void on(String path, Answer answer) {
        server.createContext(path, exchange -> {
            hits.incrementAndGet();
            try (exchange) {
                answer.to(exchange);
            }
        });
    }

    /** Reaches this server although it is not public. */
    ScheduleFetch fetch() {
        return fetch(Set.of("localhost:" + port(), "schedule.example:" + port()), InetAddress::getAllByName);
    }

    ScheduleFetch fetch(Set<String> also, Names names) {
        return new ScheduleFetch(outside(also, names));
    }

    /** Leads to this server although it is not public. */
    public Outside outside() {
        return outside(Set.of("localhost:" + port()), InetAddress::getAllByName);
    }

    private Outside outside(Set<String> also, Names names) {
        return new Outside(also, names, new DefaultClientTlsStrategy(ssl));
    }

    int port() {
        return server.getAddress().getPort();
    }

    public String address(String path) {
        return "https://localhost:" + port() + path;
    }

    public int hits() {
        return hits.get();
    }

    public static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
