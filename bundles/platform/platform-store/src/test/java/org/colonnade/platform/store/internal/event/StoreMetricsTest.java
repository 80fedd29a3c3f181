package org.colonnade.platform.store.internal.event;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.sql.Connection;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.colonnade.platform.api.metric.MetricSource;
import org.colonnade.platform.api.metric.Readings;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.store.internal.OnBoth;
import org.colonnade.platform.store.internal.event.Marks.Marked;
import org.colonnade.platform.store.internal.event.Marks.Noting;
import org.junit.Test;

/** What is measured of connections, events and the audit. */
public class StoreMetricsTest extends OnBoth {

    @Test
    public void theLagOfAReactionIsTheAgeOfItsOldestEvent() throws Exception {
        AtomicBoolean away = new AtomicBoolean();
        store.dispatcher().add(new Noting("desk.slow", true, (event, work) -> {
            if (away.get()) {
                throw new Unavailable("desk.partner.away", "The partner is away.", Duration.ofSeconds(1));
            }
        }));
        publish(1);
        store.dispatcher().drain();
        assertEquals(0, measured("colonnade_event_lag_seconds desk.slow"), 0);
        assertEquals(0, measured("colonnade_event_unplaced_seconds"), 0);
        away.set(true);
        publish(2, 3);
        Thread.sleep(50);
        double unplaced = measured("colonnade_event_unplaced_seconds");
        assertTrue(unplaced + " s", unplaced >= 0.05 && unplaced < 60);
        store.dispatcher().drain();
        assertEquals(0, measured("colonnade_event_unplaced_seconds"), 0);
        double lag = measured("colonnade_event_lag_seconds desk.slow");
        assertTrue(lag + " s", lag >= 0.05 && lag < 60);
        assertEquals(0, measured("colonnade_dead_letters desk.slow"), 0);
    }

    @Test
    public void whatAReactionCouldNotTakeIsCounted() throws Exception {
        store.dispatcher().add(new Noting("desk.picky", true, (event, work) -> {
            throw new IllegalStateException("poison");
        }));
        publish(1);
        store.dispatcher().drain();
        assertEquals(1, measured("colonnade_dead_letters desk.picky"), 0);
    }

    @Test
    public void theConnectionsOfThePoolAreCounted() throws Exception {
        double size = measured("colonnade_pool_size");
        assertTrue(size + " connections", size >= 1);
        assertEquals(0, measured("colonnade_pool_connections in_use"), 0);
        try (Connection held = store.database().pool().getConnection()) {
            assertEquals(1, measured("colonnade_pool_connections in_use"), 0);
        }
        assertEquals(0, measured("colonnade_pool_waiting"), 0);
        assertEquals(0, measured("colonnade_audit_trouble"), 0);
    }

    private double measured(String wanted) throws Exception {
        Map<String, Double> values = new HashMap<>();
        Readings readings = new Readings() {
            @Override
            public void gauge(String name, String help, double value, String... labels) {
                values.put(labels.length == 0 ? name : name + ' ' + labels[1], value);
            }

            @Override
            public void counter(String name, String help, double value, String... labels) {
                throw new AssertionError(name);
            }
        };
        for (MetricSource source : store.metrics()) {
            source.measure(readings);
        }
        assertTrue(values.toString(), values.containsKey(wanted));
        return values.get(wanted);
    }

    private void publish(long... numbers) {
        desk.write(work -> {
            for (long number : numbers) {
                work.publish(Marked.of(1, number));
            }
            return null;
        });
    }
}
