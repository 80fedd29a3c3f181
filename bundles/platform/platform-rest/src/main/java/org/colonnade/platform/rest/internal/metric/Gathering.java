package org.colonnade.platform.rest.internal.metric;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.colonnade.platform.api.metric.Readings;
import org.colonnade.platform.rest.internal.door.RequestMeter;

/** What was measured at one moment, in the shape of the library that writes it down. */
final class Gathering implements Readings {

    private final Map<String, GaugeSnapshot.Builder> gauges = new LinkedHashMap<>();
    private final Map<String, CounterSnapshot.Builder> counters = new LinkedHashMap<>();
    private HistogramSnapshot requests;

    @Override
    public void gauge(String name, String help, double value, String... labels) {
        gauges.computeIfAbsent(name, one -> GaugeSnapshot.builder().name(one).help(help))
                .dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
                        .labels(Labels.of(labels))
                        .value(value)
                        .build());
    }

    @Override
    public void counter(String name, String help, double value, String... labels) {
        counters.computeIfAbsent(
                        name, one -> CounterSnapshot.builder().name(one).help(help))
                .dataPoint(CounterSnapshot.CounterDataPointSnapshot.builder()
                        .labels(Labels.of(labels))
                        .value(value)
                        .build());
    }

    /** Takes what the front door has counted. */
    void requests(List<RequestMeter.Counted> counted) {
        List<Double> bounds = new ArrayList<>(RequestMeter.BOUNDS);
        bounds.add(Double.POSITIVE_INFINITY);
        HistogramSnapshot.Builder all = HistogramSnapshot.builder()
                .name("colonnade_http_request_duration_seconds")
                .help("Requests that were answered, and how long that took.");
        for (RequestMeter.Counted one : counted) {
            all.dataPoint(HistogramSnapshot.HistogramDataPointSnapshot.builder()
                    .classicHistogramBuckets(ClassicHistogramBuckets.of(bounds, one.counts()))
                    .sum(one.seconds())
                    .labels(Labels.of("operation", one.operation(), "status", one.status()))
                    .build());
        }
        requests = all.build();
    }

    /** All of it. */
    MetricSnapshots snapshots() {
        MetricSnapshots.Builder all = MetricSnapshots.builder();
        gauges.values().forEach(gauge -> all.metricSnapshot(gauge.build()));
        counters.values().forEach(counter -> all.metricSnapshot(counter.build()));
        if (requests != null && !requests.getDataPoints().isEmpty()) {
            all.metricSnapshot(requests);
        }
        return all.build();
    }
}
