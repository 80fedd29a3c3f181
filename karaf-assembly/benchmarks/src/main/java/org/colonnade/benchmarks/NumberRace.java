package org.colonnade.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sixty-four posters who each store an entry and want the next number of one series: with number series, and by a bare
 * {@code UPDATE … RETURNING} in the transaction of the entry. In turns on one durable server.
 */
final class NumberRace {

    private static final int POSTERS = 64;
    private static final int TURNS = Integer.getInteger("rounds", 3);
    private static final double SECONDS = Integer.getInteger("seconds", 3);

    private NumberRace() {}

    /** Posts once. */
    interface Poster extends AutoCloseable {

        void post() throws SQLException;

        @Override
        void close() throws SQLException;
    }

    /** Makes a poster for each thread. */
    @FunctionalInterface
    interface Side {
        Poster poster() throws SQLException;
    }

    static void measure(Postgres postgres) throws Exception {
        postgres.make("race");
        postgres.execute(
                "race", "create table if not exists bare_entry (id bigint primary key, line text, number bigint)");
        postgres.execute("race", "create table if not exists bare_counter (id int primary key, n bigint not null)");
        postgres.execute("race", "insert into bare_counter values (1, 0) on conflict do nothing");
        AtomicLong ids = new AtomicLong(System.currentTimeMillis());
        try (Numbers numbers = new Numbers(postgres.url("race"))) {
            Side bare = () -> new Bare(postgres.url("race"), ids);
            run(numbers::poster, SECONDS);
            run(bare, SECONDS);
            List<Load.Result> ours = new ArrayList<>();
            List<Load.Result> theirs = new ArrayList<>();
            for (int turn = 0; turn < TURNS; turn++) {
                ours.add(run(numbers::poster, SECONDS));
                theirs.add(run(bare, SECONDS));
            }
            double own = median(ours, Load.Result::perSecond);
            double other = median(theirs, Load.Result::perSecond);
            System.out.println(
                    "\n| 64 posters | postings a second | p50 ms | p99 ms | ratio |\n| --- | --- | --- | --- | --- |");
            row("number series", ours, own / other);
            row("bare UPDATE … RETURNING", theirs, 1);
            System.out.println("numbers given: " + numbers.whole());
        }
    }

    private static void row(String name, List<Load.Result> results, double ratio) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %.0f | %.1f | %.1f | %.2f |%n",
                name,
                median(results, Load.Result::perSecond),
                median(results, result -> result.milliseconds(0.5)),
                median(results, result -> result.milliseconds(0.99)),
                ratio);
    }

    private static double median(List<Load.Result> results, java.util.function.ToDoubleFunction<Load.Result> what) {
        double[] sorted = results.stream().mapToDouble(what).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static Load.Result run(Side side, double seconds) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(POSTERS);
        List<Poster> posters = new ArrayList<>();
        for (int i = 0; i < POSTERS; i++) {
            posters.add(side.poster());
        }
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        List<Future<List<Long>>> running = new ArrayList<>();
        for (Poster poster : posters) {
            running.add(threads.submit(() -> posts(poster, end)));
        }
        List<Long> times = new ArrayList<>();
        for (Future<List<Long>> one : running) {
            times.addAll(one.get());
        }
        double took = (System.nanoTime() - start) / 1e9;
        threads.shutdown();
        for (Poster poster : posters) {
            poster.close();
        }
        long[] sorted = times.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return new Load.Result(sorted.length, took, sorted);
    }

    private static List<Long> posts(Poster poster, long end) throws SQLException {
        List<Long> times = new ArrayList<>();
        for (long now = System.nanoTime(); now < end; ) {
            poster.post();
            long after = System.nanoTime();
            times.add(after - now);
            now = after;
        }
        return times;
    }

    /** Takes the number under the counter's row lock, which is held until the commit is on disk. */
    private static final class Bare implements Poster {

        private final Connection connection;
        private final PreparedStatement insert;
        private final PreparedStatement next;
        private final AtomicLong ids;

        Bare(String url, AtomicLong ids) throws SQLException {
            this.ids = ids;
            connection = DriverManager.getConnection(url);
            connection.setAutoCommit(false);
            insert = connection.prepareStatement("insert into bare_entry (id, line, number) values (?, ?, ?)");
            next = connection.prepareStatement("update bare_counter set n = n + 1 where id = 1 returning n");
        }

        @Override
        public void post() throws SQLException {
            long number;
            try (ResultSet row = next.executeQuery()) {
                row.next();
                number = row.getLong(1);
            }
            insert.setLong(1, ids.incrementAndGet());
            insert.setString(2, "an entry");
            insert.setLong(3, number);
            insert.executeUpdate();
            connection.commit();
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
