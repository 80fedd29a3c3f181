package org.colonnade.platform.rest.internal.metric;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.lang.management.ThreadMXBean;
import org.colonnade.platform.api.metric.MetricSource;
import org.colonnade.platform.api.metric.Readings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Memory, garbage collection and threads of the process. */
@Component(service = MetricSource.class)
public final class JvmMetrics implements MetricSource {

    private static final double MILLIS = 1e3;

    @Activate
    public JvmMetrics() {
        // asks the machine when it is asked
    }

    @Override
    public String name() {
        return "jvm";
    }

    @Override
    public void measure(Readings readings) {
        memory(readings, "heap", ManagementFactory.getMemoryMXBean().getHeapMemoryUsage());
        memory(readings, "nonheap", ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage());
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            readings.counter(
                    "colonnade_jvm_gc_collections",
                    "How often garbage was collected.",
                    Math.max(0, collector.getCollectionCount()),
                    "collector",
                    collector.getName());
            readings.counter(
                    "colonnade_jvm_gc_seconds",
                    "How long garbage was collected.",
                    Math.max(0, collector.getCollectionTime()) / MILLIS,
                    "collector",
                    collector.getName());
        }
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        readings.gauge("colonnade_jvm_threads", "Threads that live.", threads.getThreadCount());
        readings.gauge(
                "colonnade_jvm_uptime_seconds",
                "How long the process has lived.",
                ManagementFactory.getRuntimeMXBean().getUptime() / MILLIS);
    }

    private static void memory(Readings readings, String area, MemoryUsage usage) {
        readings.gauge("colonnade_jvm_memory_used_bytes", "Memory that is used.", usage.getUsed(), "area", area);
        readings.gauge(
                "colonnade_jvm_memory_committed_bytes",
                "Memory that the process has.",
                usage.getCommitted(),
                "area",
                area);
        if (usage.getMax() > 0) {
            readings.gauge("colonnade_jvm_memory_max_bytes", "Memory that it may have.", usage.getMax(), "area", area);
        }
    }
}
