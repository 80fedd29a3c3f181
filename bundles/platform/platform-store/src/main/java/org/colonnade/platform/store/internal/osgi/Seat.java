package org.colonnade.platform.store.internal.osgi;

import java.sql.SQLException;
import java.util.Dictionary;
import java.util.Hashtable;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.store.internal.Store;
import org.colonnade.platform.store.internal.database.SqlFaults;
import org.colonnade.platform.store.internal.migration.MigrationFailed;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One function's place on the store, from its bundle's start to its stop: waiting, raised with its Tx registered, or failed. */
final class Seat {

    private static final Logger LOG = LoggerFactory.getLogger(Seat.class);

    private final BundleModule module;
    private ServiceRegistration<Tx> registration;
    private volatile Store raisedOn;
    private volatile String failure;
    private boolean left;

    Seat(BundleModule module) {
        this.module = module;
    }

    BundleModule module() {
        return module;
    }

    /** Why the function's tables are not ready, or null; a restart of its bundle tries again. */
    String failure() {
        return failure;
    }

    /** Whether the function's tables and mapper are ready; does not wait for a migration that is going on. */
    boolean raised() {
        return raisedOn != null;
    }

    /** Readies the tables and registers the Tx; does nothing if that is done, has failed, or the bundle has left. */
    void raise(Store store, BundleContext context) {
        Tx tx = readied(store);
        if (tx == null) {
            return;
        }
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(Tx.MODULE, module.id());
        // outside the lock: the function's components start in here
        ServiceRegistration<Tx> fresh = context.registerService(Tx.class, tx, properties);
        synchronized (this) {
            if (raisedOn == store) {
                registration = fresh;
                return;
            }
        }
        fresh.unregister();
    }

    /** The bundle stops. */
    void leave() {
        synchronized (this) {
            left = true;
        }
        lower();
    }

    /** Takes the Tx away and waits for running transactions. */
    void lower() {
        ServiceRegistration<Tx> before;
        Store store;
        synchronized (this) {
            before = registration;
            store = raisedOn;
            registration = null;
            raisedOn = null;
        }
        if (before != null) {
            before.unregister();
        }
        if (store != null) {
            store.lower(module.id());
        }
    }

    private synchronized Tx readied(Store store) {
        if (left || failure != null || raisedOn != null) {
            return null;
        }
        try {
            Tx tx = store.raise(module);
            raisedOn = store;
            return tx;
        } catch (SQLException | MigrationFailed | RuntimeException | LinkageError problem) {
            // a function whose classes do not fit is that function's failure, and must not end the keeper's thread
            if (SqlFaults.translate(problem) instanceof Unavailable) {
                LOG.debug("The tables of {} wait for the database", module.id(), problem);
            } else {
                failure = String.valueOf(problem.getMessage());
                LOG.error("The function '{}' cannot start: {}", module.id(), failure, problem);
            }
            return null;
        }
    }
}
