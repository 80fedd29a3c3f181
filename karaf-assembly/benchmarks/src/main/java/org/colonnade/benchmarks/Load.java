package org.colonnade.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Some connections that each send one request after the other for a while. Speaks HTTP/1.1 on plain sockets: a client library would take more
 * of the machine's two cores than the servers that are measured.
 */
final class Load {

    private final int[] ports;
    private final Supplier<byte[]> requests;

    /**
     * Asks nobody yet.
     *
     * @param requests whole requests, one for each call; called by many threads
     * @param ports of the servers, among which the connections are dealt out
     */
    Load(Supplier<byte[]> requests, int... ports) {
        this.ports = ports.clone();
        this.requests = requests;
    }

    /**
     * What came of it.
     *
     * @param count answers with a status below 300
     * @param nanos how long each took, sorted
     */
    record Result(long count, double seconds, long[] nanos) {

        double perSecond() {
            return count / seconds;
        }

        double milliseconds(double quantile) {
            return nanos.length == 0 ? Double.NaN : nanos[(int) (quantile * (nanos.length - 1))] / 1e6;
        }
    }

    Result run(int connections, double seconds) {
        return load(connections, seconds, 0);
    }

    private Result load(int connections, double seconds, long pause) {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        try {
            List<Future<long[]>> all = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                int port = ports[i % ports.length];
                all.add(threads.submit(() -> connection(port, end, pause)));
            }
            List<long[]> times = new ArrayList<>();
            for (Future<long[]> one : all) {
                times.add(one.get());
            }
            double took = (System.nanoTime() - start) / 1e9;
            long[] sorted =
                    times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            return new Result(sorted.length, took, sorted);
        } catch (Exception failure) {
            throw new IllegalStateException("The load on " + Arrays.toString(ports) + " broke off", failure);
        } finally {
            threads.shutdown();
        }
    }

    /** So many requests a second, of all connections together. */
    Result run(int connections, double seconds, int aSecond) {
        return load(connections, seconds, TimeUnit.SECONDS.toNanos(connections) / aSecond);
    }

    /** @param pause from the beginning of a request to that of the next, at least; 0 for none */
    private long[] connection(int port, long end, long pause) throws IOException {
        long[] times = new long[1 << 12];
        int count = 0;
        for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
            try (Connection connection = new Connection(port)) {
                for (boolean open = true; open && now < end; count++) {
                    open = connection.exchange(requests.get());
                    long after = System.nanoTime();
                    if (count == times.length) {
                        times = Arrays.copyOf(times, count * 2);
                    }
                    times[count] = after - now;
                    if (pause > 0) {
                        LockSupport.parkNanos(pause - (after - now));
                        after = System.nanoTime();
                    }
                    now = after;
                }
            }
        }
        return Arrays.copyOf(times, count);
    }
}
