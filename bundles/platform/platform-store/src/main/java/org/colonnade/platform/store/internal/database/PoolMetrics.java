package org.colonnade.platform.store.internal.database;

import org.colonnade.platform.api.metric.MetricSource;
import org.colonnade.platform.api.metric.Readings;

/** How busy the connections to the database are. Needs none of them. */
public final class PoolMetrics implements MetricSource {

    private final Database database;

    /** @param database whose connections */
    public PoolMetrics(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "pool";
    }

    @Override
    public void measure(Readings readings) {
        FairPool pool = database.served();
        if (pool == null) {
            throw new IllegalStateException("The database was not reached yet");
        }
        readings.gauge("colonnade_pool_connections", "Connections that are open.", pool.open(), "state", "open");
        readings.gauge("colonnade_pool_connections", "Connections that are open.", pool.inUse(), "state", "in_use");
        readings.gauge("colonnade_pool_size", "How many connections there are at most.", pool.size());
        readings.gauge("colonnade_pool_waiting", "Threads that wait for a connection.", pool.waiting());
    }
}
