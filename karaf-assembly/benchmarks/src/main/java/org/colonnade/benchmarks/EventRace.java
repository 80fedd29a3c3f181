package org.colonnade.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.colonnade.testkit.TestDatabase;

/**
 * How late reactions come while 200 transactions a second each publish an event, and how many events a second a reaction takes that finds
 * the log full, against a bare consumer that does the same work by JDBC. In the process, on a durable server.
 */
final class EventRace {

    private static final int POSTERS = 8;
    private static final int A_SECOND = 200;
    private static final int SECONDS = 20;
    private static final int BACKLOG = Integer.getInteger("backlog", 20_000);
    private static final int LOT = 100;
    private static final int REACTIONS = 3;

    private final TestDatabase database;
    private final String url;
    private final Tx tx;

    private EventRace(TestDatabase database, String url) {
        this.database = database;
        this.url = url;
        this.tx = database.tx("race");
    }

    static void measure(Postgres postgres) throws Exception {
        postgres.make("events");
        String url = postgres.url("events");
        try (TestDatabase database = TestDatabase.at(url)) {
            EventRace race = new EventRace(database, url);
            race.lag(5);
            Load.Result[] lag = race.lag(SECONDS);
            System.out.println(
                    "\n| 200 events a second, each in a transaction of its own | p50 ms | p99 ms | longest ms |"
                            + "\n| --- | --- | --- | --- |");
            row("the transaction that publishes", lag[0]);
            row("from its beginning until the reaction has done its work", lag[1]);
            race.backlog();
        }
    }

    private static void row(String name, Load.Result result) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.1f |%n",
                name,
                result.milliseconds(0.5),
                result.milliseconds(0.99),
                result.milliseconds(1));
    }

    /** @return how long the transactions took, and how late the reaction was */
    private Load.Result[] lag(int seconds) throws Exception {
        int count = seconds * A_SECOND;
        Watcher watcher = new Watcher("race.watch-" + System.nanoTime(), false, count);
        database.deliverInBackground(watcher);
        ExecutorService threads = Executors.newFixedThreadPool(POSTERS);
        List<Future<List<Long>>> posters = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < POSTERS; i++) {
            int first = i;
            posters.add(threads.submit(() -> post(start, first, count)));
        }
        List<Long> took = new ArrayList<>();
        for (Future<List<Long>> poster : posters) {
            took.addAll(poster.get());
        }
        threads.shutdown();
        watcher.await();
        database.removeReactions(watcher);
        return new Load.Result[] {
            new Load.Result(
                    count,
                    seconds,
                    took.stream().mapToLong(Long::longValue).sorted().toArray()),
            new Load.Result(count, seconds, watcher.late())
        };
    }

    /** Each at its planned moment, also if the one before was late. */
    private List<Long> post(long start, int first, int count) {
        List<Long> took = new ArrayList<>();
        for (int i = first; i < count; i += POSTERS) {
            long planned = start + TimeUnit.SECONDS.toNanos(i) / A_SECOND;
            for (long left = planned - System.nanoTime(); left > 0; left = planned - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            long began = System.nanoTime();
            tx.write(work -> publish(work, began));
            took.add(System.nanoTime() - began);
        }
        return took;
    }

    private static Void publish(Work work, long nanos) throws SQLException {
        long id = work.newId();
        try (PreparedStatement insert =
                work.unwrap(Connection.class).prepareStatement("insert into race_entry (id, line) values (?, ?)")) {
            insert.setLong(1, id);
            insert.setString(2, "an entry");
            insert.executeUpdate();
        }
        work.publish(new EntryPosted(Ref.of("race", "entry", id), nanos));
        return null;
    }

    /** The log fills while nobody listens; then somebody comes who wants it all. */
    private void backlog() throws Exception {
        for (int done = 0; done < BACKLOG; done += LOT) {
            tx.write(work -> {
                for (int i = 0; i < LOT; i++) {
                    publish(work, System.nanoTime());
                }
                return null;
            });
        }
        int all = Math.toIntExact(number("select count(*) from platform_event where type = 'race.entry.posted'"));
        double bare = all / bare();
        double one = all / react(all, 1);
        double three = REACTIONS * (all / react(all, REACTIONS));
        System.out.printf(
                Locale.ROOT, "%n| a log of %,d events | reactions a second | ratio |%n| --- | --- | --- |%n", all);
        System.out.printf(Locale.ROOT, "| one reaction | %.0f | %.2f |%n", one, one / bare);
        System.out.printf(Locale.ROOT, "| three beside each other | %.0f | %.2f |%n", three, three / bare);
        System.out.printf(Locale.ROOT, "| bare consumer by JDBC, one | %.0f | 1.00 |%n", bare);
    }

    /** @return seconds */
    private double react(int all, int reactions) throws InterruptedException {
        List<Watcher> watchers = new ArrayList<>();
        for (int i = 0; i < reactions; i++) {
            watchers.add(new Watcher("race.catch-up-" + i + '-' + System.nanoTime(), true, all));
        }
        long start = System.nanoTime();
        database.deliverInBackground(watchers.toArray(Watcher[]::new));
        for (Watcher watcher : watchers) {
            watcher.await();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        database.removeReactions(watchers.toArray(Watcher[]::new));
        return seconds;
    }

    /** Reads the log by position and does for each event the reaction's work, with its own place in the same transaction. @return seconds */
    private double bare() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("set colonnade.company = '*'");
                statement.execute("create table if not exists bare_place (id int primary key, place bigint not null)");
                statement.execute("insert into bare_place values (1, 0) on conflict do nothing");
                statement.execute("update bare_place set place = 0");
            }
            connection.commit();
            long start = System.nanoTime();
            consume(connection);
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private static void consume(Connection connection) throws SQLException {
        try (PreparedStatement next = connection.prepareStatement(
                        "select position, subject from platform_event where position > ? and type = 'race.entry.posted'"
                                + " order by position limit 100");
                PreparedStatement update =
                        connection.prepareStatement("update race_entry set number_text = ? where id = ?");
                PreparedStatement place = connection.prepareStatement("update bare_place set place = ? where id = 1")) {
            long position = 0;
            for (boolean more = true; more; ) {
                more = false;
                next.setLong(1, position);
                try (ResultSet rows = next.executeQuery()) {
                    while (rows.next()) {
                        more = true;
                        position = rows.getLong(1);
                        String subject = rows.getString(2);
                        update.setString(1, "bare");
                        update.setLong(
                                2,
                                org.colonnade.platform.api.Tsid.parse(subject.substring(subject.lastIndexOf(':') + 1)));
                        update.executeUpdate();
                        place.setLong(1, position);
                        place.executeUpdate();
                        connection.commit();
                    }
                }
            }
        }
    }

    private long number(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                ResultSet row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
