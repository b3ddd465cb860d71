package org.manyhands.speed;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.postgresql.Driver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL of the benchmark's own, as careful with its data as any; counts statements only when asked to. */
final class BenchServer implements AutoCloseable {

    static final String OWNER = "manyhands";

    private final Path directory;
    private final EmbeddedPostgres server;
    private final JdbcClient asOwner;
    private final JdbcClient asSuperuser;

    BenchServer() throws IOException, SQLException {
        directory = Files.createTempDirectory("manyhands-bench-");
        server = EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "50")
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                .setServerConfig("pg_stat_statements.track_utility", "off")
                .start();
        asSuperuser = JdbcClient.create(server.getPostgresDatabase());
        asSuperuser.sql("alter system set pg_stat_statements.track = 'none'").update();
        execute("select pg_reload_conf()");
        asSuperuser.sql("create extension pg_stat_statements").update();
        asSuperuser.sql("create role " + OWNER + " login").update();
        asSuperuser.sql("create database " + OWNER + " owner " + OWNER).update();
        asOwner = JdbcClient.create(new SimpleDriverDataSource(new Driver(), url(), new Properties()));
    }

    String url() {
        return server.getJdbcUrl(OWNER, OWNER);
    }

    JdbcClient jdbc() {
        return asOwner;
    }

    long pid() throws IOException {
        return Long.parseLong(Files.readAllLines(directory.resolve("postmaster.pid"))
                .getFirst()
                .strip());
    }

    private void execute(String sql) {
        asSuperuser.sql(sql).query().listOfRows();
    }

    /** The statements sent while something runs, and how often; commits and rollbacks do not count, nor what triggers do. */
    Map<String, Long> statementsOf(Runnable something) {
        count("top");
        execute("select pg_stat_statements_reset()");
        something.run();
        count("none");
        return asSuperuser
                .sql("""
                        select query, sum(calls)::bigint as calls from pg_stat_statements join pg_roles on oid = userid
                        where rolname = ? group by query
                        """)
                .param(OWNER)
                .query((row, number) -> Map.entry(row.getString("query"), row.getLong("calls")))
                .list()
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Backends hear of it before their next statement, once the signal has reached them. */
    private void count(String which) {
        asSuperuser
                .sql("alter system set pg_stat_statements.track = '" + which + "'")
                .update();
        execute("select pg_reload_conf()");
        execute("select pg_sleep(0.5)");
    }

    @Override
    public void close() throws IOException {
        server.close();
        FileSystemUtils.deleteRecursively(directory);
    }
}
