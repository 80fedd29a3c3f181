package org.colonnade.platform.store.internal.unit;

import java.sql.Connection;
import java.sql.SQLException;
import javax.persistence.EntityManager;
import org.apache.openjpa.persistence.OpenJPAEntityManager;
import org.apache.openjpa.persistence.OpenJPAPersistence;

/** Works with OpenJPA; its connection is the mapper's own, so both see the same. */
final class JpaSession implements Session {

    private final OpenJPAEntityManager entities;
    private boolean writing;
    private Connection connection;

    JpaSession(EntityManager entities) {
        this.entities = OpenJPAPersistence.cast(entities);
    }

    @Override
    public void begin() {
        writing = true;
        entities.getTransaction().begin();
    }

    @Override
    public EntityManager entities() {
        return entities;
    }

    @Override
    public Connection connection() {
        if (writing) {
            entities.flush();
            // OpenJPA is optimistic: until now its statements may have run outside a transaction of the database
            entities.beginStore();
        }
        if (connection == null) {
            connection = (Connection) entities.getConnection();
        }
        return connection;
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
        if (entities.isOpen()) {
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
