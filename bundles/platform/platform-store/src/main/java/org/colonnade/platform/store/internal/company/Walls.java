package org.colonnade.platform.store.internal.company;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.colonnade.platform.store.internal.ModuleSource;
import org.colonnade.platform.store.internal.database.Database;
import org.colonnade.platform.store.internal.database.TableState;
import org.colonnade.platform.store.internal.database.Vendor;
import org.colonnade.platform.store.internal.migration.MigrationFailed;

/** Looks whose the rows of a function's tables are, and lets both walls stand around those that belong to companies. */
public final class Walls {

    private final Database database;
    private final Fence fence;

    public Walls(Database database, Fence fence) {
        this.database = database;
        this.fence = fence;
    }

    /**
     * After the function's tables were brought to their version.
     *
     * @throws MigrationFailed if one of its tables says neither that it belongs to companies nor that it is shared
     */
    public void raise(ModuleSource module) throws SQLException, MigrationFailed {
        String prefix = module.id().replace('-', '_') + '_';
        List<TableState> tables = tables(prefix);
        List<String> silent = tables.stream()
                .filter(table ->
                        !table.company() && !table.shared() && !table.name().startsWith(prefix + "changelog"))
                .map(TableState::name)
                .toList();
        if (!silent.isEmpty()) {
            throw new MigrationFailed(
                    module.id(),
                    new IllegalStateException(silent.stream().collect(Collectors.joining(", "))
                            + " has no column company and no comment that it is shared"));
        }
        raise(tables);
    }

    /** The store's own tables. */
    public void raiseOwn() throws SQLException {
        raise(tables("platform_"));
    }

    private void raise(List<TableState> tables) throws SQLException {
        if (tables.stream().anyMatch(table -> table.company() && !table.walled())) {
            raiseSecond(tables);
        }
        fence.tables()
                .add(tables.stream()
                        .filter(TableState::company)
                        .map(TableState::name)
                        .toList());
    }

    /** Another node may be at it. */
    private void raiseSecond(List<TableState> seen) throws SQLException {
        Vendor vendor = database.vendor();
        try (Connection guarding = vendor.driver().getConnection();
                Vendor.MigrationGuard guard = vendor.guard(guarding);
                Connection connection = vendor.driver().getConnection()) {
            connection.setAutoCommit(false);
            List<String> open = seen.stream().map(TableState::name).toList();
            List<TableState> now = vendor.tables(connection, "");
            vendor.raiseWall(
                    connection,
                    now.stream()
                            .filter(table -> table.company() && !table.walled() && open.contains(table.name()))
                            .map(TableState::name)
                            .toList());
            connection.commit();
        }
    }

    private List<TableState> tables(String prefix) throws SQLException {
        try (Connection connection = database.own().getConnection()) {
            return database.vendor().tables(connection, prefix);
        }
    }
}
