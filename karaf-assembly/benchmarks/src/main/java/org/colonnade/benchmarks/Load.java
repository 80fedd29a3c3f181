package org.colonnade.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Some connections that each send one request after the other for a while. Speaks HTTP/1.1 on plain sockets: a client library would take more
 * of the machine's two cores than the servers that are measured.
 */
final class Load {

    private final int port;
    private final Supplier<byte[]> requests;

    /** @param requests whole requests, one for each call; called by many threads */
    Load(int port, Supplier<byte[]> requests) {
        this.port = port;
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
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        try {
            List<Future<long[]>> all = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                all.add(threads.submit(() -> connection(end)));
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
            throw new IllegalStateException("The load on port " + port + " broke off", failure);
        } finally {
            threads.shutdown();
        }
    }

    private long[] connection(long end) throws IOException {
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
                    now = after;
                }
            }
        }
        return Arrays.copyOf(times, count);
    }
}
