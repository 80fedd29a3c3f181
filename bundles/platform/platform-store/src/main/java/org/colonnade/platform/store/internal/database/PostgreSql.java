package org.colonnade.platform.store.internal.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.colonnade.platform.api.admin.HealthCheck.Finding;
import org.colonnade.platform.api.problem.Conflict;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL server, 14 or newer. */
final class PostgreSql implements Vendor {

    private static final String DURABILITY = "select current_setting('fsync'), current_setting('synchronous_commit')";
    private static final String TEXT_SEARCH =
            "select exists (select 1 from pg_available_extensions where name = 'pg_trgm')";
    private static final String TRY_GUARD = "select pg_try_advisory_lock(?)";
    private static final String END_GUARD = "select pg_advisory_unlock(?)";

    /** Any number that nobody else takes: the bytes of "colonnad". */
    private static final long GUARD = 0x636f_6c6f_6e6e_6164L;

    /** A migration of another node is waited for; a big table may take its time. */
    private static final long GUARD_PATIENCE_MINUTES = 10;

    private final DatabaseSettings settings;
    private final PostgreSqlWall wall;

    PostgreSql(DatabaseSettings settings) {
        this.settings = settings;
        this.wall = new PostgreSqlWall(settings.rowsRole().isEmpty() ? roleOf(settings.url()) : settings.rowsRole());
    }

    /** One for each database: a role belongs to the whole server. */
    private static String roleOf(String url) {
        String database =
                url.replaceFirst("[?].*", "").replaceFirst(".*[/:]", "").toLowerCase(Locale.ROOT);
        String plain = "colonnade_rows_" + database.replaceAll("[^a-z0-9_]", "_");
        return plain.substring(0, Math.min(63, plain.length()));
    }

    @Override
    public void ready(Connection connection) throws SQLException {
        if (wall.wants(connection)) {
            try (MigrationGuard guard = guard(connection)) {
                wall.make(connection);
            }
        }
    }

    @Override
    public String initially() {
        return wall.initially();
    }

    @Override
    public boolean tellsCompaniesApart() {
        return true;
    }

    @Override
    public void enter(Connection connection, long company) throws SQLException {
        wall.enter(connection, company);
    }

    @Override
    public List<TableState> tables(Connection connection, String prefix) throws SQLException {
        return wall.tables(connection, prefix);
    }

    @Override
    public void raiseWall(Connection connection, Collection<String> tables) throws SQLException {
        wall.raise(connection, tables);
    }

    @Override
    public DataSource driver() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        // what the URL itself says goes first
        source.setConnectTimeout(2);
        source.setLoginTimeout(2);
        source.setSocketTimeout(Math.toIntExact(settings.statementTimeout().toSeconds()));
        source.setTcpKeepAlive(true);
        source.setReWriteBatchedInserts(true);
        source.setApplicationName("colonnade");
        source.setUrl(settings.url());
        source.setUser(settings.user());
        source.setPassword(settings.password());
        return source;
    }

    @Override
    public Optional<String> danger(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(DURABILITY)) {
            found.next();
            if (found.getString(1).equals("off")) {
                return Optional.of(
                        "PostgreSQL runs with fsync=off, so a crash of its machine destroys answered writes.");
            }
            return found.getString(2).equals("off")
                    ? Optional.of("PostgreSQL runs with synchronous_commit=off, so a crash loses answered writes.")
                    : Optional.empty();
        }
    }

    @Override
    public Finding look(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(TEXT_SEARCH)) {
            found.next();
            if (found.getBoolean(1) && !wall.stands()) {
                return Finding.warning(
                        "PostgreSQL at " + place()
                                + " answers, but functions work under the account that owns the tables, and searches by"
                                + " words use no index.",
                        "Let the role be made by who may: create role " + wall.role() + " nologin; grant " + wall.role()
                                + " to " + settings.user() + "; and restart.");
            }
            return found.getBoolean(1)
                    ? Finding.well("PostgreSQL at " + place() + " answers.")
                    : Finding.warning(
                            "PostgreSQL at " + place()
                                    + " answers, but the extension pg_trgm is not available, which functions need for searching.",
                            "Install PostgreSQL's contrib package on the database server.");
        }
    }

    @Override
    public Finding explain(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        return switch (state) {
            case "3D000" -> Finding.failed(
                    "The database of " + settings.url().replaceFirst("\\?.*", "") + " does not exist.",
                    "Make it (createdb --encoding=UTF8 --template=template0 NAME) or put the right url into etc/org.colonnade.store.cfg.");
            case "28P01", "28000" -> Finding.failed(
                    "PostgreSQL at " + place() + " refused the user name or the password of '" + settings.user() + "'.",
                    "Put the right user and password into etc/org.colonnade.store.cfg.");
            case "53300" -> Finding.failed(
                    "PostgreSQL at " + place() + " has no connection left.",
                    "Raise its max_connections or lower maximumPoolSize in etc/org.colonnade.store.cfg.");
            case "57P03" -> Finding.failed(
                    "PostgreSQL at " + place() + " is starting up or shutting down.", "Wait a moment.");
            default -> Finding.failed(
                    "PostgreSQL at " + place() + " cannot be reached.",
                    "Start it, or put the right url into etc/org.colonnade.store.cfg; nothing needs a restart afterwards.");
        };
    }

    @Override
    public boolean takesArrays() {
        return true;
    }

    @Override
    public int patienceSeconds() {
        return 3;
    }

    /** A session's advisory lock: it ends with the connection, so a killed node leaves none behind. */
    @Override
    public MigrationGuard guard(Connection connection) throws SQLException {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(GUARD_PATIENCE_MINUTES);
        while (!ask(connection, TRY_GUARD)) {
            if (System.nanoTime() > deadline) {
                throw new SQLException(
                        "Another node has been changing the tables for " + GUARD_PATIENCE_MINUTES + " minutes");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
        return () -> ask(connection, END_GUARD);
    }

    @Override
    public void backUp(Connection connection, Path file) {
        throw new Conflict(
                "platform.backup.not-here",
                "The data is kept in PostgreSQL: copy it with pg_dump --format=custom, and read the copy with pg_restore.");
    }

    private String place() {
        String[] parts =
                settings.url().replaceFirst("^jdbc:postgresql:(//)?", "").split("[/?]", 2);
        return parts[0].isEmpty() ? "localhost:5432" : parts[0].contains(":") ? parts[0] : parts[0] + ":5432";
    }

    private static boolean ask(Connection connection, String question) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setLong(1, GUARD);
            try (ResultSet found = statement.executeQuery()) {
                found.next();
                return found.getBoolean(1);
            }
        }
    }
}
