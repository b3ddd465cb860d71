package org.manyhands.database;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/** An application that is nothing but its database, to be run, run twice and killed by tests. */
final class DatabaseOnlyApplication {

    private static final String READY = "ready";

    private DatabaseOnlyApplication() {}

    public static void main(String[] arguments) throws InterruptedException {
        start(Path.of(arguments[0]));
        System.out.println(READY);
        Thread.currentThread().join();
    }

    static ConfigurableApplicationContext start(Path data) {
        return new SpringApplicationBuilder(EmbeddedDatabaseAutoConfiguration.class, DataSourceAutoConfiguration.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .run("--manyhands.data-directory=" + data);
    }

    /** In a process of its own, with the class path given. */
    static Process fork(Path data, String classPath) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        DatabaseOnlyApplication.class.getName(),
                        data.toString())
                .redirectErrorStream(true)
                .start();
    }

    static Process forkAndAwait(Path data) throws IOException {
        var process = fork(data, System.getProperty("java.class.path"));
        var said = new StringBuilder();
        var lines = process.inputReader();
        for (var line = lines.readLine(); !READY.equals(line); line = lines.readLine()) {
            if (line == null) {
                throw new IllegalStateException("it did not start:\n" + said);
            }
            said.append(line).append('\n');
        }
        return process;
    }
}
