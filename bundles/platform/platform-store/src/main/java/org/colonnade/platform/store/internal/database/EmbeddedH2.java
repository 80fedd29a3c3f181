package org.colonnade.platform.store.internal.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.colonnade.platform.api.admin.HealthCheck.Finding;
import org.h2.jdbcx.JdbcDataSource;

/** H2 in this process: a file that one process owns, or memory in tests. */
final class EmbeddedH2 implements Vendor {

    private static final String WRITE_DELAY =
            "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'";
    private static final String BACKUP = "backup to ?";
    private static final String TABLES = "select t.table_name, c.column_name is not null,"
            + " t.table_type = 'VIEW' or coalesce(t.remarks, '') like 'shared%', s.column_name is null or w.table_name is not null"
            + " from information_schema.tables t left join information_schema.columns c on c.table_schema = t.table_schema"
            + " and c.table_name = t.table_name and c.column_name = 'COMPANY'"
            + " left join information_schema.columns s on s.table_schema = t.table_schema and s.table_name = t.table_name"
            + " and s.column_name = 'SEARCH_TEXT' and t.table_type = 'BASE TABLE'"
            + " left join information_schema.tables w on w.table_schema = t.table_schema and w.table_name = t.table_name || '_WORDS'"
            + " where t.table_schema = current_schema and lower(t.table_name) like ? escape '!' order by t.table_name";
    private static final String KEY = "select u.column_name from information_schema.table_constraints k"
            + " join information_schema.key_column_usage u on u.constraint_name = k.constraint_name"
            + " and u.constraint_schema = k.constraint_schema where k.constraint_type = 'PRIMARY KEY'"
            + " and k.table_schema = current_schema and lower(k.table_name) = ?";
    private static final int FILE_LOCKED = 90020;
    private static final int WRONG_PASSWORD = 28000;
    private static final int NO_SUCH_DATABASE = 90146;

    /** One process owns the file, so a lock in memory keeps migrations apart. */
    private static final ReentrantLock MIGRATING = new ReentrantLock();

    private final DatabaseSettings settings;

    EmbeddedH2(DatabaseSettings settings) {
        this.settings = settings;
    }

    @Override
    public DataSource driver() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(settings.url());
        source.setUser(settings.user());
        source.setPassword(settings.password());
        return source;
    }

    @Override
    public List<TableState> tables(Connection connection, String prefix) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(TABLES)) {
            query.setString(1, prefix.replace("_", "!_") + '%');
            try (ResultSet row = query.executeQuery()) {
                List<TableState> tables = new ArrayList<>();
                while (row.next()) {
                    String name = row.getString(1).toLowerCase(Locale.ROOT);
                    tables.add(new TableState(name, row.getBoolean(2), row.getBoolean(3), row.getBoolean(4)));
                }
                return tables;
            }
        }
    }

    /** The views by which words are looked for, as PostgreSQL has them; the statements alone keep companies apart here. */
    @Override
    public void raiseWall(Connection connection, Collection<String> tables) throws SQLException {
        for (String table : tables) {
            try (PreparedStatement key = connection.prepareStatement(KEY)) {
                key.setString(1, table);
                try (ResultSet row = key.executeQuery();
                        Statement statement = connection.createStatement()) {
                    if (row.next()) {
                        statement.execute("create view " + table + "_words as select " + row.getString(1)
                                + " as id, company, search_text from " + table);
                    }
                }
            }
        }
    }

    @Override
    public Optional<String> danger(Connection connection) throws SQLException {
        if (inMemory()) {
            return Optional.of("The database lives in memory only and is gone with the process.");
        }
        try (PreparedStatement statement = connection.prepareStatement(WRITE_DELAY);
                ResultSet found = statement.executeQuery()) {
            String delay = found.next() ? found.getString(1) : "unknown";
            return delay.equals("0")
                    ? Optional.empty()
                    : Optional.of("H2 writes commits with a delay (WRITE_DELAY=" + delay
                            + "), so a killed process loses answered writes.");
        }
    }

    @Override
    public Finding look(Connection connection) {
        return Finding.well(
                "The embedded H2 database answers; it survives a killed process, but surviving a power loss needs PostgreSQL.");
    }

    @Override
    public Finding explain(SQLException failure) {
        return switch (failure.getErrorCode()) {
            case FILE_LOCKED -> Finding.failed(
                    "The database file " + file() + " is locked by another process.",
                    "Stop the other process that uses this data folder, or use another folder.");
            case WRONG_PASSWORD -> Finding.failed(
                    "The database refused the user name or the password of '" + settings.user() + "'.",
                    "Put the right user and password into etc/org.colonnade.store.cfg.");
            case NO_SUCH_DATABASE -> Finding.failed(
                    "The database " + file() + " does not exist.",
                    "Put the right url into etc/org.colonnade.store.cfg.");
            default -> Finding.failed(
                    "The database file " + file() + " cannot be opened: " + firstLine(failure),
                    "Look whether the folder is writable and the disk has space; a damaged file is replaced from the last backup.");
        };
    }

    @Override
    public boolean takesArrays() {
        return false;
    }

    @Override
    public MigrationGuard guard(Connection connection) {
        MIGRATING.lock();
        return MIGRATING::unlock;
    }

    @Override
    public void backUp(Connection connection, Path file) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BACKUP)) {
            statement.setString(1, file.toString());
            statement.execute();
        }
    }

    private boolean inMemory() {
        return settings.url().startsWith("jdbc:h2:mem:");
    }

    private String file() {
        return settings.url()
                .substring("jdbc:h2:".length())
                .replaceFirst(";.*", "")
                .replaceFirst("^file:", "");
    }

    private static String firstLine(SQLException failure) {
        return String.valueOf(failure.getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .replaceFirst("; SQL statement:$", "");
    }
}
