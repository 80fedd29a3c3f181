package org.colonnade.platform.rest.internal.door;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.Test;

/** Counting costs next to nothing and loses nothing. */
public class RequestMeterTest {

    private static final int CALLS = 200_000;
    private static final int THREADS = 4;

    @Test
    public void aTimeFallsIntoTheBucketOfItsBound() {
        RequestMeter meter = new RequestMeter();
        meter.note("a.b.c", 200, TimeUnit.MILLISECONDS.toNanos(1));
        meter.note("a.b.c", 201, TimeUnit.MILLISECONDS.toNanos(1) + 1);
        meter.note("a.b.c", 204, TimeUnit.SECONDS.toNanos(60));
        meter.note("a.b.c", 999, 0);
        RequestMeter.Counted well = meter.counted().get(1);
        assertEquals("2xx", well.status());
        assertEquals(List.of(1L, 1L, 0L), well.counts().subList(0, 3));
        assertEquals(1L, (long) well.counts().get(RequestMeter.BOUNDS.size()));
        assertEquals(60.002, well.seconds(), 0.001);
        assertEquals("0xx", meter.counted().get(0).status());
    }

    @Test
    public void manyThreadsLoseNothingAndPayLittle() throws Exception {
        RequestMeter meter = new RequestMeter();
        List<Thread> threads = new ArrayList<>();
        long began = System.nanoTime();
        for (int t = 0; t < THREADS; t++) {
            Thread thread = new Thread(() -> {
                for (int i = 0; i < CALLS; i++) {
                    meter.note(i % 2 == 0 ? "a.b.c" : "d.e.f", 200, i);
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        long nanos = (System.nanoTime() - began) / (THREADS * (long) CALLS);
        long counted = meter.counted().stream()
                .flatMap(one -> one.counts().stream())
                .mapToLong(Long::longValue)
                .sum();
        assertEquals(THREADS * (long) CALLS, counted);
        assertTrue(nanos + " ns a request", nanos < TimeUnit.MICROSECONDS.toNanos(5));
    }
}
