package org.colonnade.testkit;

import java.sql.SQLException;
import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.colonnade.platform.store.internal.database.DatabaseSettings;

/**
 * Databases whose tables are there already, to be copied: making the tables of the functions takes longer than most tests, and is done once
 * in a JVM for each function that a test has asked for. A copy is as fresh as a new database; a function that no earlier test wanted makes
 * its tables in it as everywhere else.
 */
final class Templates {

    private static final Templates H2 = new Templates(H2Url::fresh, H2Url::copyOf);
    private static final Templates POSTGRESQL =
            new Templates(() -> PostgresServer.running().freshDatabase(), settings -> PostgresServer.running()
                    .copyOf(settings));

    private final Supplier<DatabaseSettings> empty;
    private final Copying copying;
    private final Set<String> wanted = new TreeSet<>();
    private Set<String> there = Set.of();
    private Supplier<DatabaseSettings> copy;

    private Templates(Supplier<DatabaseSettings> empty, Copying copying) {
        this.empty = empty;
        this.copying = copying;
    }

    /** How a kind of database is copied. */
    @FunctionalInterface
    interface Copying {

        /** Keeps what the database holds. @return makes one that holds the same; used only after the first was closed */
        Supplier<DatabaseSettings> of(DatabaseSettings settings) throws SQLException;
    }

    static Templates of(TestDatabase.Kind kind) {
        return switch (kind) {
            case H2 -> H2;
            case POSTGRESQL -> POSTGRESQL;
        };
    }

    /** A database without any row of a test, with the tables that tests have wanted so far. */
    synchronized DatabaseSettings fresh() {
        if (copy == null || !there.equals(wanted)) {
            prepare();
        }
        return copy.get();
    }

    /** A test has asked for a function's tables; the next will too. */
    synchronized void wants(String module) {
        wanted.add(module);
    }

    private void prepare() {
        DatabaseSettings settings = copy == null ? empty.get() : copy.get();
        Set<String> modules = Set.copyOf(wanted);
        try (TestDatabase ready = new TestDatabase(settings, Clock.systemUTC(), this)) {
            modules.forEach(ready::tx);
            copy = copying.of(settings);
            there = modules;
        } catch (SQLException failure) {
            throw new AssertionError("The database of the tests cannot be copied", failure);
        }
    }
}
