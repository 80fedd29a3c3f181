package org.colonnade.testkit;

import java.sql.SQLException;
import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.colonnade.platform.store.internal.database.DatabaseSettings;

/**
 * Databases whose tables are there already, to be copied: making the tables of the functions takes longer than most tests, and is done once
 * in a JVM for each function that a test has asked for. A copy is as fresh as a new database; a function that no earlier test wanted makes
 * its tables in it as everywhere else. While a test runs, another thread copies the database of the next one and opens its store, which
 * takes as long as many a test.
 */
final class Templates {

    private static final ExecutorService AHEAD = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "databases of the next tests");
        thread.setDaemon(true);
        return thread;
    });

    private static final Templates H2 = new Templates(new Kind() {
        @Override
        public DatabaseSettings empty() {
            return H2Url.fresh();
        }

        @Override
        public Supplier<DatabaseSettings> copying(DatabaseSettings settings) throws SQLException {
            return H2Url.copyOf(settings);
        }

        @Override
        public void drop(DatabaseSettings settings) {
            // a database in memory has ended with its last connection
        }
    });

    private static final Templates POSTGRESQL = new Templates(new Kind() {
        @Override
        public DatabaseSettings empty() {
            return PostgresServer.running().freshDatabase();
        }

        @Override
        public Supplier<DatabaseSettings> copying(DatabaseSettings settings) {
            return PostgresServer.running().copyOf(settings);
        }

        @Override
        public void drop(DatabaseSettings settings) {
            PostgresServer.running().drop(settings);
        }
    });

    private final Kind kind;
    private final Set<String> wanted = new TreeSet<>();
    private Set<String> there = Set.of();
    private Supplier<DatabaseSettings> copy;
    private CompletableFuture<OpenStore> next;

    private Templates(Kind kind) {
        this.kind = kind;
    }

    /** How databases of a kind come and go. */
    interface Kind {

        DatabaseSettings empty();

        /** Keeps what the database holds. @return makes one that holds the same; used only after the first was closed */
        Supplier<DatabaseSettings> copying(DatabaseSettings settings) throws SQLException;

        /** Nobody needs the database any more, nor is connected to it. */
        void drop(DatabaseSettings settings);
    }

    static Templates of(TestDatabase.Kind kind) {
        return switch (kind) {
            case H2 -> H2;
            case POSTGRESQL -> POSTGRESQL;
        };
    }

    /** A store over a database without any row of a test, with the functions that tests have wanted so far. */
    synchronized OpenStore fresh(Clock clock) {
        OpenStore store = ready();
        Supplier<DatabaseSettings> copying = copy;
        Set<String> modules = there;
        next = CompletableFuture.supplyAsync(() -> raised(copying.get(), modules), AHEAD);
        return store.at(clock);
    }

    /** A test has asked for a function's tables; the next will too. */
    synchronized void wants(String module) {
        wanted.add(module);
    }

    /** The test that had the store has closed it. */
    void done(OpenStore store) {
        AHEAD.execute(() -> kind.drop(store.settings()));
    }

    private OpenStore ready() {
        OpenStore store = next == null ? null : arrived();
        if (store != null && there.equals(wanted)) {
            return store;
        }
        if (store != null) {
            store.close();
            done(store);
        }
        if (copy == null || !there.equals(wanted)) {
            prepare();
        }
        return raised(copy.get(), there);
    }

    private OpenStore arrived() {
        try {
            return next.join();
        } catch (CompletionException failure) {
            throw new AssertionError("The database of the test cannot be readied", failure.getCause());
        } finally {
            next = null;
        }
    }

    private static OpenStore raised(DatabaseSettings settings, Set<String> modules) {
        OpenStore store = new OpenStore(settings, Clock.systemUTC());
        modules.forEach(store::tx);
        return store;
    }

    private void prepare() {
        DatabaseSettings settings = copy == null ? kind.empty() : copy.get();
        Set<String> modules = Set.copyOf(wanted);
        OpenStore ready = raised(settings, modules);
        try {
            copy = kind.copying(settings);
            there = modules;
        } catch (SQLException failure) {
            throw new AssertionError("The database of the tests cannot be copied", failure);
        } finally {
            ready.close();
        }
    }
}
