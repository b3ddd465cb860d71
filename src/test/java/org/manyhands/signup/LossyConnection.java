package org.manyhands.signup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Stands between browsers and an application, and where it is told to, loses the answers as a bad network does. */
final class LossyConnection implements AutoCloseable {

    private final ServerSocket browsers;
    private final int application;
    private volatile boolean losing;

    LossyConnection(int application) throws IOException {
        this.application = application;
        browsers = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return browsers.getLocalPort();
    }

    /** From now on a connection breaks as soon as the application begins to answer, or else none does. */
    void losesAnswers(boolean losing) {
        this.losing = losing;
    }

    @Override
    public void close() throws IOException {
        browsers.close();
    }

    private void accept() {
        try {
            while (true) {
                var browser = browsers.accept();
                Thread.ofVirtual().start(() -> connect(browser));
            }
        } catch (IOException closed) {
            // No browser comes any more
        }
    }

    private void connect(Socket browser) {
        try (browser;
                var there = new Socket(InetAddress.getLoopbackAddress(), application)) {
            Thread.ofVirtual().start(() -> ask(browser, there));
            answer(there.getInputStream(), browser.getOutputStream());
        } catch (IOException gone) {
            // Either side may go whenever it likes
        }
    }

    private static void ask(Socket browser, Socket there) {
        try (there) {
            browser.getInputStream().transferTo(there.getOutputStream());
        } catch (IOException gone) {
            // As above
        }
    }

    private void answer(InputStream there, OutputStream browser) throws IOException {
        var buffer = new byte[8192];
        for (var read = there.read(buffer); read > 0 && !losing; read = there.read(buffer)) {
            browser.write(buffer, 0, read);
        }
    }
}
