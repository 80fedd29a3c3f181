package org.colonnade.platform.store.internal.unit;

import java.sql.Connection;
import java.sql.SQLException;
import org.colonnade.platform.store.internal.company.Doors;

/** A session's connection: taken when it is first asked for, in the session's company. */
final class OneConnection {

    private final Doors doors;
    private final long company;
    private Connection own;
    private Connection fenced;

    OneConnection(Doors doors, long company) {
        this.doors = doors;
        this.company = company;
    }

    Connection own(boolean writing) throws SQLException {
        if (own == null) {
            own = doors.take(company);
            own.setAutoCommit(!writing);
        }
        return own;
    }

    Connection fenced(boolean writing) throws SQLException {
        if (fenced == null) {
            fenced = doors.fenced(own(writing), company);
        }
        return fenced;
    }

    void commit() throws SQLException {
        if (own != null) {
            own.commit();
        }
    }

    void rollback() throws SQLException {
        if (own != null) {
            own.rollback();
        }
    }

    /** The pool rolls back and resets what is left open. */
    void close() throws SQLException {
        if (own != null) {
            own.close();
            own = null;
            fenced = null;
        }
    }
}
