package org.colonnade.platform.store.internal.unit;

import java.sql.Connection;
import java.sql.SQLException;
import javax.persistence.EntityManager;
import javax.sql.DataSource;

/** Works with a connection alone, for functions without a persistence unit; takes it when it is asked for. */
final class JdbcSession implements Session {

    private final DataSource pool;
    private boolean writing;
    private Connection connection;

    JdbcSession(DataSource pool) {
        this.pool = pool;
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
        if (connection == null) {
            connection = pool.getConnection();
            connection.setAutoCommit(!writing);
        }
        return connection;
    }

    @Override
    public void commit() throws SQLException {
        if (connection != null) {
            connection.commit();
        }
    }

    @Override
    public void rollback() throws SQLException {
        if (connection != null) {
            connection.rollback();
        }
    }

    @Override
    public void close() throws SQLException {
        if (connection != null) {
            // the pool rolls back and resets what is left open
            connection.close();
            connection = null;
        }
    }
}
