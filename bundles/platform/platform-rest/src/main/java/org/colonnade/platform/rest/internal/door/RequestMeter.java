package org.colonnade.platform.rest.internal.door;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Counts requests by operation and class of status, with how long they took. Operations are those that are declared, so there are not more
 * of them whatever callers ask for; what meets none counts as {@code none}.
 */
@Component(service = RequestMeter.class)
public final class RequestMeter {

    /** The upper bounds of the buckets, in seconds; the last bucket has none. */
    public static final List<Double> BOUNDS =
            List.of(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0);

    private static final String NONE = "none";
    private static final int CLASSES = 6;
    private static final double NANOS = 1e9;
    private static final long[] LIMITS =
            BOUNDS.stream().mapToLong(bound -> Math.round(bound * NANOS)).toArray();

    private final Map<String, Series[]> operations = new ConcurrentHashMap<>();

    @Activate
    public RequestMeter() {
        // counts from nothing
    }

    /** Of one operation and class of status. */
    private static final class Series {

        private final LongAdder[] buckets = new LongAdder[LIMITS.length + 1];
        private final LongAdder nanos = new LongAdder();

        Series() {
            for (int i = 0; i < buckets.length; i++) {
                buckets[i] = new LongAdder();
            }
        }

        void note(long took) {
            int bucket = 0;
            while (bucket < LIMITS.length && took > LIMITS[bucket]) {
                bucket++;
            }
            buckets[bucket].increment();
            nanos.add(took);
        }
    }

    /**
     * What was counted of one operation and class of status.
     *
     * @param operation its operationId, without the number of an overloaded one
     * @param status {@code 2xx}
     * @param counts how many fell into each bucket; one more than there are bounds
     * @param seconds how long all of them took together
     */
    public record Counted(String operation, String status, List<Long> counts, double seconds) {}

    /** Notes a request that was answered. @param operation null where none was matched */
    void note(String operation, int status, long nanos) {
        Series[] series = operations.computeIfAbsent(operation == null ? NONE : operation, name -> all());
        int group = status / 100;
        series[group < 1 || group >= CLASSES ? 0 : group].note(nanos);
    }

    private static Series[] all() {
        Series[] all = new Series[CLASSES];
        for (int i = 0; i < CLASSES; i++) {
            all[i] = new Series();
        }
        return all;
    }

    /** What was counted since the start, by operation; what never happened is left out. */
    public List<Counted> counted() {
        List<Counted> all = new ArrayList<>();
        operations.forEach((operation, series) -> {
            for (int i = 0; i < CLASSES; i++) {
                List<Long> counts = new ArrayList<>();
                for (LongAdder bucket : series[i].buckets) {
                    counts.add(bucket.sum());
                }
                if (counts.stream().anyMatch(count -> count > 0)) {
                    all.add(new Counted(operation, i + "xx", counts, series[i].nanos.sum() / NANOS));
                }
            }
        });
        all.sort(Comparator.comparing(Counted::operation).thenComparing(Counted::status));
        return all;
    }
}
