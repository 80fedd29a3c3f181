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
    private final OneConnection connection;
    private boolean writing;
    private EntityManager entities;
    private Connection lentBefore;

    JpaSession(Supplier<EntityManager> mapper, Lending pool, OneConnection connection) {
        this.mapper = mapper;
        this.pool = pool;
        this.connection = connection;
    }

    @Override
    public void begin() {
        writing = true;
    }

    @Override
    public EntityManager entities() throws SQLException {
        if (entities == null) {
            lentBefore = pool.lend(connection.fenced(writing));
            entities = mapper.get();
            if (writing) {
                entities.getTransaction().begin();
            }
        }
        return entities;
    }

    @Override
    public Connection connection() throws SQLException {
        flush();
        return connection.own(writing);
    }

    @Override
    public Connection fenced() throws SQLException {
        flush();
        return connection.fenced(writing);
    }

    private void flush() {
        if (writing && entities != null) {
            entities.flush();
        }
    }

    @Override
    public void commit() throws SQLException {
        if (entities != null) {
            entities.getTransaction().commit();
        }
        connection.commit();
    }

    @Override
    public void rollback() throws SQLException {
        if (entities != null && entities.getTransaction().isActive()) {
            entities.getTransaction().rollback();
        }
        connection.rollback();
    }

    @Override
    public void close() throws SQLException {
        try {
            if (entities != null) {
                entities.close();
                pool.lend(lentBefore);
            }
        } finally {
            connection.close();
        }
    }
}
