package org.colonnade.itests;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A durable PostgreSQL with a database for houses, whose account owns it and makes no roles; it can go away and come back. */
final class Postgres implements AutoCloseable {

    private static final String NAME = "colonnade";

    private final Path data;
    private EmbeddedPostgres server;

    private Postgres(Path data) {
        this.data = data;
    }

    static Postgres start() throws Exception {
        Postgres made = new Postgres(Files.createTempDirectory(Path.of("target").toAbsolutePath(), "postgres"));
        made.serve(House.freePort());
        try (Connection admin = made.server.getPostgresDatabase().getConnection();
                Statement sql = admin.createStatement()) {
            sql.execute("CREATE ROLE colonnade LOGIN PASSWORD 'columns'");
            sql.execute("CREATE DATABASE colonnade OWNER colonnade");
            // this account makes no roles, so the one that functions work under is made for it
            sql.execute("CREATE ROLE colonnade_rows_colonnade NOLOGIN");
            sql.execute("GRANT colonnade_rows_colonnade TO colonnade");
        }
        return made;
    }

    /** A house on it that is not yet started. */
    House house(String name) throws IOException {
        House house = House.empty(name);
        Path etc = Files.createDirectories(house.home().resolve("etc"));
        Files.writeString(
                etc.resolve("org.colonnade.store.cfg"),
                "url = jdbc:postgresql://127.0.0.1:" + server.getPort()
                        + "/colonnade\nuser = colonnade\npassword = columns\n");
        return house;
    }

    /** The first number of the first row. */
    long count(String query) throws SQLException {
        return Long.parseLong(texts(query).get(0));
    }

    /** The first column of all rows. */
    List<String> texts(String query) throws SQLException {
        try (Connection connection = server.getDatabase(NAME, NAME).getConnection();
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (row.next()) {
                texts.add(row.getString(1));
            }
            return texts;
        }
    }

    /** It is there again after {@link #close}, at its place and with its data. */
    void comeBack() throws IOException {
        serve(server.getPort());
    }

    private void serve(int port) throws IOException {
        server = EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setLocaleConfig("locale", "C.UTF-8")
                .start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
