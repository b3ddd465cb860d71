package org.manyhands.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** What PostgreSQL calls a cluster: the directory with the databases of one server, and that server. */
record Cluster(Path directory, Programs programs) {

    static final String SUPERUSER = "postgres";

    /** Behind the password from its first moment; sorted by code point, whatever locale the machine has. */
    void make(Path passwordFile) throws IOException {
        programs.run(
                "initdb",
                "--pgdata=" + directory,
                "--username=" + SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
    }

    /** Answers on this machine alone, to nobody without the password, on the port returned. */
    int start() throws IOException {
        Files.writeString(directory.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
        var port = freePort();
        var settings = "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=50";
        try {
            programs.run("pg_ctl", "start", "-D", directory.toString(), "-w", "-o", settings.formatted(port));
        } catch (IOException e) {
            stopLeftover();
            throw e;
        }
        return port;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Ends connections rather than wait for them, and returns when all is on the disk. */
    void stop() throws IOException {
        programs.run("pg_ctl", "stop", "-D", directory.toString(), "-w", "-m", "fast");
    }

    /** Stops a server that outlived its application, as after {@code kill -9}; never what merely has its number. */
    void stopLeftover() throws IOException {
        var process = processOfServer();
        if (process.filter(this::isOurs).isPresent()) {
            stop();
        } else if (process.filter(Cluster::isAnotherProgram).isPresent()) {
            Files.delete(pidFile()); // PostgreSQL would take that program for a server and refuse to start
        }
    }

    private Optional<ProcessHandle> processOfServer() throws IOException {
        if (!Files.exists(pidFile())) {
            return Optional.empty();
        }
        try {
            return ProcessHandle.of(
                    Long.parseLong(Files.readAllLines(pidFile()).getFirst().strip()));
        } catch (NumberFormatException | NoSuchElementException e) {
            return Optional.empty();
        }
    }

    private boolean isOurs(ProcessHandle process) {
        var arguments = List.of(process.info().arguments().orElse(new String[0]));
        var option = arguments.indexOf("-D");
        return !isAnotherProgram(process)
                && option >= 0
                && option + 1 < arguments.size()
                && arguments.get(option + 1).equals(directory.toString());
    }

    private static boolean isAnotherProgram(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> !Path.of(command).getFileName().toString().startsWith("postgres"))
                .isPresent();
    }

    private Path pidFile() {
        return directory.resolve("postmaster.pid");
    }
}
