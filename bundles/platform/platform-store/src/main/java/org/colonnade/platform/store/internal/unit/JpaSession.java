package org.colonnade.platform.store.internal.unit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import javax.sql.DataSource;
import org.apache.openjpa.persistence.OpenJPAEntityManager;
import org.apache.openjpa.persistence.OpenJPAPersistence;

/**
 * Works with OpenJPA; its connection is the mapper's own, so both see the same. A read that asks for a connection only gets one of the pool
 * as it is, in autocommit and without a mapper: half the price. When it then asks for the mapper, that connection goes back first, so that
 * nobody ever holds two.
 */
final class JpaSession implements Session {

    private final Supplier<EntityManager> mapper;
    private final DataSource pool;
    private OpenJPAEntityManager entities;
    private boolean writing;
    private boolean asked;
    private Connection connection;

    JpaSession(Supplier<EntityManager> mapper, DataSource pool) {
        this.mapper = mapper;
        this.pool = pool;
    }

    @Override
    public void begin() {
        writing = true;
        open().getTransaction().begin();
    }

    @Override
    public EntityManager entities() throws SQLException {
        if (entities == null) {
            handBack();
        }
        asked = true;
        return open();
    }

    @Override
    public Connection connection() throws SQLException {
        // a mapper that nobody has asked for has nothing to store
        if (writing && (asked || connection == null)) {
            entities.flush();
            // OpenJPA is optimistic: until now its statements may have run outside a transaction of the database
            entities.beginStore();
        }
        if (connection == null) {
            connection = entities == null ? pool.getConnection() : (Connection) entities.getConnection();
        }
        return connection;
    }

    private OpenJPAEntityManager open() {
        if (entities == null) {
            entities = OpenJPAPersistence.cast(mapper.get());
        }
        return entities;
    }

    @Override
    public void commit() throws SQLException {
        handBack();
        entities.getTransaction().commit();
    }

    @Override
    public void rollback() throws SQLException {
        handBack();
        if (entities.getTransaction().isActive()) {
            entities.getTransaction().rollback();
        }
    }

    @Override
    public void close() throws SQLException {
        handBack();
        if (entities != null && entities.isOpen()) {
            entities.close();
        }
    }

    private void handBack() throws SQLException {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }
}
