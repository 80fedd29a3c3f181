package org.colonnade.platform.dossier.internal.store;

import java.sql.SQLException;

/** A failure of the database on its way out of a service whose methods do not name it; the transaction reads the cause. */
public final class StoreFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private StoreFault(SQLException cause) {
        super(cause);
    }

    /** Does the work. */
    public static <T> T translated(Body<T> body) {
        try {
            return body.run();
        } catch (SQLException failure) {
            throw new StoreFault(failure);
        }
    }

    /** Something that asks the database. */
    @FunctionalInterface
    public interface Body<T> {
        /** Asks. */
        T run() throws SQLException;
    }
}
