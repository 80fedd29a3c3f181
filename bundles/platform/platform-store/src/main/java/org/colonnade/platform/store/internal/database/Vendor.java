package org.colonnade.platform.store.internal.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.colonnade.platform.api.admin.HealthCheck.Finding;

/** What is special about one kind of database. */
public interface Vendor {

    /**
     * The kind that the URL names.
     *
     * @throws IllegalArgumentException if it is none that the platform can use; the message says which it can
     */
    static Vendor of(DatabaseSettings settings) {
        if (settings.url().startsWith("jdbc:h2:")) {
            return new EmbeddedH2(settings);
        }
        if (settings.url().startsWith("jdbc:postgresql:")) {
            return new PostgreSql(settings);
        }
        throw new IllegalArgumentException("The database URL begins with neither jdbc:h2: nor jdbc:postgresql:");
    }

    /** The driver's own data source, without a pool. */
    DataSource driver();

    /** Why this database may lose a write that was answered, in one sentence; empty if it keeps them. */
    Optional<String> danger(Connection connection) throws SQLException;

    /** How it stands while it answers. */
    Finding look(Connection connection) throws SQLException;

    /** Why it does not answer, in plain words, and what to do. */
    Finding explain(SQLException failure);

    /** Whether one statement can take the values of many rows as arrays. */
    boolean takesArrays();

    /** For how many seconds an insert shall wait for another one of the same key; 0 where the database has a limit of its own. */
    default int patienceSeconds() {
        return 0;
    }

    /** Waits until no other node migrates; the guard ends when the returned handle is closed, or with this process. */
    MigrationGuard guard(Connection connection) throws SQLException;

    /** Readies what functions work under; called before the pool is made, on a connection of the account. */
    default void ready(Connection connection) throws SQLException {
        // a database without roles has nothing to ready
    }

    /** What each connection of the functions does first, or null. */
    default String initially() {
        return null;
    }

    /** Whether the store's own work needs connections apart from those of the functions. */
    default boolean tellsCompaniesApart() {
        return false;
    }

    /** From now on the connection, which is in no transaction, works in this company, or in every one. */
    default void enter(Connection connection, long company) throws SQLException {
        // only the statements say it
    }

    /** The tables whose names begin so. */
    List<TableState> tables(Connection connection, String prefix) throws SQLException;

    /** Lets the database keep the companies in these tables apart, on a connection of the account. */
    default void raiseWall(Connection connection, Collection<String> tables) throws SQLException {
        // this database cannot
    }

    /** @throws org.colonnade.platform.api.problem.Conflict {@code platform.backup.not-here} */
    void backUp(Connection connection, Path file) throws SQLException;

    /** Held while the tables change. */
    @FunctionalInterface
    interface MigrationGuard extends AutoCloseable {
        @Override
        void close() throws SQLException;
    }
}
