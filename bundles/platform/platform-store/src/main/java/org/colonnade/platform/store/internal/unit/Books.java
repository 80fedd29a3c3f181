package org.colonnade.platform.store.internal.unit;

import java.sql.Connection;
import java.sql.SQLException;
import org.colonnade.platform.store.internal.audit.Scribe;
import org.colonnade.platform.store.internal.event.Outbox;

/**
 * What the store itself writes with the rows of a transaction.
 *
 * @param outbox takes the events
 * @param scribe takes the changes for the audit
 */
public record Books(Outbox outbox, Scribe scribe) {

    /**
     * Writes what the work gathered, on its own connection, right before its commit. Where there is much of both the heads of the audit and
     * of the log are locked, always in this order.
     */
    void write(Connection connection, RunningWork work) throws SQLException {
        boolean oneEach = work.changes().size() == 1 && work.events().size() == 1;
        if (oneEach
                && scribe.write(connection, work.changes().get(0), work.events().get(0))) {
            return;
        }
        if (!work.changes().isEmpty()) {
            scribe.write(connection, work.changes());
        }
        if (!work.events().isEmpty()) {
            outbox.write(connection, work.events());
        }
    }

    /** After the commit. */
    void wake(RunningWork work) {
        if (!work.changes().isEmpty()) {
            scribe.wake();
        }
        if (!work.events().isEmpty()) {
            outbox.wake();
        }
    }
}
