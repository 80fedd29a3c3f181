package org.colonnade.platform.events.kafka.internal;

import org.colonnade.platform.api.metric.MetricSource;
import org.colonnade.platform.api.metric.Readings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How far Kafka is behind the log. */
@Component
public final class KafkaMetrics implements MetricSource {

    private final Publishing publishing;

    @Activate
    public KafkaMetrics(@Reference Publishing publishing) {
        this.publishing = publishing;
    }

    @Override
    public String name() {
        return "events-kafka";
    }

    @Override
    public void measure(Readings readings) {
        readings.counter(
                "colonnade_kafka_events",
                "Events that Kafka has acknowledged to this node.",
                publishing.publisher().published());
        readings.counter(
                "colonnade_kafka_failures",
                "Tries of this node to publish that failed.",
                publishing.publisher().failed());
        for (Publishing.Standing standing : publishing.fare().companies()) {
            readings.gauge(
                    "colonnade_kafka_lag_seconds",
                    "How old the oldest event is that Kafka has not acknowledged yet.",
                    standing.lagSeconds(),
                    "company",
                    standing.company());
        }
    }
}
