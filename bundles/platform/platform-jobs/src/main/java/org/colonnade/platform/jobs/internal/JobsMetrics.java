package org.colonnade.platform.jobs.internal;

import org.colonnade.platform.api.metric.MetricSource;
import org.colonnade.platform.api.metric.Readings;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.jobs.internal.engine.Engine;
import org.colonnade.platform.jobs.internal.engine.JobEngine;
import org.colonnade.platform.jobs.internal.store.CountRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How many jobs there are, by kind and state. */
@Component(service = MetricSource.class)
public final class JobsMetrics implements MetricSource {

    private final Tx tx;
    private final Engine engine;

    @Activate
    public JobsMetrics(@Reference(target = "(module=jobs)") Tx tx, @Reference JobEngine engine) {
        this(tx, engine.engine());
    }

    JobsMetrics(Tx tx, Engine engine) {
        this.tx = tx;
        this.engine = engine;
    }

    @Override
    public String name() {
        return "jobs";
    }

    @Override
    public void measure(Readings readings) {
        for (CountRows.Count count : tx.everywhere().read(CountRows::all)) {
            readings.gauge(
                    "colonnade_jobs",
                    "Jobs that are kept, those that have ended included.",
                    count.jobs(),
                    "kind",
                    count.kind(),
                    "state",
                    count.state());
        }
        readings.gauge("colonnade_jobs_running_here", "Jobs that run on this node.", engine.running());
    }
}
