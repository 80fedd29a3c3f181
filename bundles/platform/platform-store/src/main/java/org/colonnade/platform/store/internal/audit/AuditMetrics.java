package org.colonnade.platform.store.internal.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.colonnade.platform.api.metric.MetricSource;
import org.colonnade.platform.api.metric.Readings;

/** How old the anchors of the audit are. Needs no database. */
public final class AuditMetrics implements MetricSource {

    private static final double MILLIS = 1e3;

    private final Anchorage anchorage;
    private final Clock clock;

    public AuditMetrics(Anchorage anchorage, Clock clock) {
        this.anchorage = anchorage;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public void measure(Readings readings) {
        Instant anchored = anchorage.anchored();
        if (anchored != null) {
            readings.gauge(
                    "colonnade_audit_anchor_age_seconds",
                    "How long ago the heads of the audit were last found in place and noted outside of the database.",
                    Duration.between(anchored, clock.instant()).toMillis() / MILLIS);
        }
        readings.gauge(
                "colonnade_audit_trouble",
                "Whether the audit no longer passes through its anchor.",
                anchorage.trouble().isPresent() ? 1 : 0);
    }
}
