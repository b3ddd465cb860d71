package org.manyhands.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The Chromium of this machine: {@code CHROMIUM} names it, or it is found on the path. Tests that need it are skipped
 * where there is none, unless {@code BROWSER_TESTS=required}; the build's last lines say which it was.
 */
final class Chromium implements ExecutionCondition {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");

    private static final List<String> QUIETLY = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** Started once for all tests of a run; ends with its JVM. */
    private static final class Running {

        static final Browser BROWSER = Playwright.create()
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(find().orElseThrow())
                        .setArgs(QUIETLY));
    }

    static Browser browser() {
        return Running.BROWSER;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        var found = find();
        if (found.isPresent()) {
            report("Browser tests ran, with " + found.get() + ".");
            return ConditionEvaluationResult.enabled("Chromium found");
        }
        if ("required".equals(System.getenv("BROWSER_TESTS"))) {
            throw new IllegalStateException("BROWSER_TESTS=required, but there is no Chromium on the path");
        }
        report("Browser tests were SKIPPED: there is no Chromium on the path. Install it, or name it in CHROMIUM.");
        return ConditionEvaluationResult.disabled("no Chromium on this machine");
    }

    private static Optional<Path> find() {
        var named = Optional.ofNullable(System.getenv("CHROMIUM")).map(Path::of);
        return named.or(() -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst());
    }

    private static void report(String line) {
        var file = Path.of(System.getProperty("browser.report", "target/browser-tests.txt"));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, line + System.lineSeparator());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
