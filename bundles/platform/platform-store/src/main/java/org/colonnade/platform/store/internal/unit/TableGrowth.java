package org.colonnade.platform.store.internal.unit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.colonnade.platform.api.store.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells PostgreSQL early that tables grow: after 500 rows, and again whenever they are four times as many. It keeps the plans of foreign
 * keys, so what was planned when rows were few reads all of them for each new one.
 */
final class TableGrowth implements Tx.Growth {

    private static final Logger LOG = LoggerFactory.getLogger(TableGrowth.class);
    private static final Pattern PLAIN = Pattern.compile("[a-z][a-z0-9_]*");
    private static final int FIRST = 500;
    private static final int FACTOR = 4;
    private static final String KNOWN = "select reltuples from pg_class where oid = cast(? as regclass)";

    private final Supplier<DataSource> own;
    private final List<String> tables;
    private long next = FIRST;

    /** @param own connections that may look at tables, which belongs to their owner */
    TableGrowth(Supplier<DataSource> own, List<String> tables) {
        this.own = own;
        this.tables = List.copyOf(tables);
        if (!tables.stream().allMatch(table -> PLAIN.matcher(table).matches())) {
            throw new IllegalArgumentException(tables + " are no plain names of tables");
        }
    }

    @Override
    public synchronized void grown(long rows) {
        if (rows < next) {
            return;
        }
        next = rows * FACTOR;
        try (Connection connection = own.get().getConnection()) {
            look(connection, rows);
        } catch (SQLException | RuntimeException failure) {
            LOG.warn("The database was not told that its tables grow", failure);
        }
    }

    private void look(Connection connection, long rows) throws SQLException {
        if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL") && known(connection) < rows) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("analyze " + String.join(", ", tables));
            }
        }
    }

    private long known(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(KNOWN)) {
            select.setString(1, tables.get(0));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
