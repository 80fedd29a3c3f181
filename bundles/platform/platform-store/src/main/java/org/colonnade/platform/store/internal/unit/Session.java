package org.colonnade.platform.store.internal.unit;

import java.sql.Connection;
import java.sql.SQLException;
import javax.persistence.EntityManager;

/** What one transaction, or one read without a transaction, works with. */
interface Session extends AutoCloseable {

    /** Turns a read into a transaction; called before anything else. */
    void begin() throws SQLException;

    /** The mapper. @throws IllegalArgumentException if the function has no persistence unit */
    EntityManager entities() throws SQLException;

    /** The store's own connection, with everything written so far that the mapper still held back. */
    Connection connection() throws SQLException;

    /** The same for the function: behind the fence. */
    Connection fenced() throws SQLException;

    void commit() throws SQLException;

    void rollback() throws SQLException;

    @Override
    void close() throws SQLException;
}
