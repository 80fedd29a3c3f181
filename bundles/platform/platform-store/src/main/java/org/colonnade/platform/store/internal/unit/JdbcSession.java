package org.colonnade.platform.store.internal.unit;

import java.sql.Connection;
import java.sql.SQLException;
import javax.persistence.EntityManager;

/** Works with a connection alone, for functions without a persistence unit. */
final class JdbcSession implements Session {

    private final OneConnection connection;
    private boolean writing;

    JdbcSession(OneConnection connection) {
        this.connection = connection;
    }

    @Override
    public void begin() {
        writing = true;
    }

    @Override
    public EntityManager entities() {
        throw new IllegalArgumentException(
                "This function has no META-INF/persistence.xml, so there is no EntityManager");
    }

    @Override
    public Connection connection() throws SQLException {
        return connection.own(writing);
    }

    @Override
    public Connection fenced() throws SQLException {
        return connection.fenced(writing);
    }

    @Override
    public void commit() throws SQLException {
        connection.commit();
    }

    @Override
    public void rollback() throws SQLException {
        connection.rollback();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
