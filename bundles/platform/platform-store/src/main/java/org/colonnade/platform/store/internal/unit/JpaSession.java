package org.colonnade.platform.store.internal.unit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.persistence.EntityManager;

/**
 * Works with a connection of the pool and, when somebody asks for it, with OpenJPA on that same connection, so both see the same. Nothing
 * of OpenJPA stands between the connection and those who ask for it alone: that would be a third of a write's price.
 */
final class JpaSession implements Session {

    private final Supplier<EntityManager> mapper;
    private final Lending pool;
    private boolean writing;
    private Connection connection;
    private EntityManager entities;
    private Connection lentBefore;

    JpaSession(Supplier<EntityManager> mapper, Lending pool) {
        this.mapper = mapper;
        this.pool = pool;
    }

    @Override
    public void begin() {
        writing = true;
    }

    @Override
    public EntityManager entities() throws SQLException {
        if (entities == null) {
            lentBefore = pool.lend(plain());
            entities = mapper.get();
            if (writing) {
                entities.getTransaction().begin();
            }
        }
        return entities;
    }

    @Override
    public Connection connection() throws SQLException {
        if (writing && entities != null) {
            entities.flush();
        }
        return plain();
    }

    private Connection plain() throws SQLException {
        if (connection == null) {
            connection = pool.take();
            connection.setAutoCommit(!writing);
        }
        return connection;
    }

    @Override
    public void commit() throws SQLException {
        if (entities != null) {
            entities.getTransaction().commit();
        }
        if (connection != null) {
            connection.commit();
        }
    }

    @Override
    public void rollback() throws SQLException {
        if (entities != null && entities.getTransaction().isActive()) {
            entities.getTransaction().rollback();
        }
        if (connection != null) {
            connection.rollback();
        }
    }

    @Override
    public void close() throws SQLException {
        try {
            if (entities != null) {
                entities.close();
                pool.lend(lentBefore);
            }
        } finally {
            if (connection != null) {
                // the pool rolls back and resets what is left open
                connection.close();
                connection = null;
            }
        }
    }
}
