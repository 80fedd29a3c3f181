package org.colonnade.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The one durable PostgreSQL server of all sides. */
final class Postgres implements AutoCloseable {

    static final String USER = "postgres";

    private final EmbeddedPostgres server;
    private final long pid;

    Postgres() throws IOException {
        server = EmbeddedPostgres.builder()
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_buffers", "1GB")
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("random_page_cost", "1.1")
                .setServerConfig("max_connections", "120")
                .start();
        pid = Long.parseLong(Files.readAllLines(Path.of(text("show data_directory"), "postmaster.pid"))
                .get(0)
                .strip());
    }

    int port() {
        return server.getPort();
    }

    /** The server's first process, whose children do the work. */
    long pid() {
        return pid;
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + '/' + database + "?user=" + USER + "&password=" + USER;
    }

    /** @return whether it was not there yet */
    boolean make(String database) {
        boolean fresh = text("select count(*) from pg_database where datname = '" + database + "'")
                .equals("0");
        if (fresh) {
            execute("postgres", "create database " + database);
        }
        return fresh;
    }

    void execute(String database, String sql) {
        try (Connection connection = DriverManager.getConnection(url(database));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private String text(String query) {
        try (Connection connection = DriverManager.getConnection(url("postgres"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
