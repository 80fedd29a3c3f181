package org.colonnade.platform.store.internal.database;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Gives committed rows their place in a log. A row that is committed late gets a later place, so nobody who stands further on ever misses
 * it. One node at a time: the row of the log's head is locked.
 */
public abstract class Placement {

    /** How many rows one transaction places at most. */
    protected static final int BATCH = 2_000;

    /**
     * From so many rows of one transaction on they get their places in the insert (ADR 14): to place them afterwards costs as much as half
     * of it. Fewer wait for their places, for a commit under the head's lock would let every other one wait for it.
     */
    public static final int MANY = 100;

    private final Database database;

    protected Placement(Database database) {
        this.database = database;
    }

    /**
     * Places everything that waits.
     *
     * @return how many
     */
    public final int run() throws SQLException {
        int all = 0;
        try (Connection connection = database.own().getConnection()) {
            if (!any(connection)) {
                return 0;
            }
            connection.setAutoCommit(false);
            int placed;
            do {
                placed = batch(connection);
                connection.commit();
                all += placed;
            } while (placed == BATCH);
        }
        return all;
    }

    /** In the caller's transaction, which ends soon: locks the head until then and places everything that waits. */
    protected final void settle(Connection connection) throws SQLException {
        int placed;
        do {
            placed = batch(connection);
        } while (placed == BATCH);
    }

    /** Whether a row waits. */
    protected abstract boolean any(Connection connection) throws SQLException;

    /**
     * Locks the head, also where nothing waits, and places the next rows; those that wait are read only then, for another node may have
     * placed some meanwhile.
     *
     * @return how many, at most {@value #BATCH}
     */
    protected abstract int batch(Connection connection) throws SQLException;
}
