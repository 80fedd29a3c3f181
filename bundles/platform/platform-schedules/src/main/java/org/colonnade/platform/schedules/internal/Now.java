package org.colonnade.platform.schedules.internal;

import java.sql.SQLException;
import java.time.Instant;
import org.colonnade.platform.api.store.Work;

/** The clock by which schedules go. In operation it is the database's, so that all nodes have the same. */
@FunctionalInterface
public interface Now {

    Instant of(Work work) throws SQLException;
}
