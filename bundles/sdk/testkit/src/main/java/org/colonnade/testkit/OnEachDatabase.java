package org.colonnade.testkit;

import org.junit.After;
import org.junit.Before;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

/** Runs a test class on H2 and on PostgreSQL, each test on a fresh database. */
@RunWith(Parameterized.class)
public abstract class OnEachDatabase {

    /** Which one this run is on. */
    @Parameter
    public TestDatabase.Kind kind;

    private TestDatabase database;

    @Parameters(name = "{0}")
    public static Object[] kinds() {
        return TestDatabase.Kind.values();
    }

    @Before
    public final void raiseDatabase() {
        database = TestDatabase.of(kind);
    }

    @After
    public final void closeDatabase() {
        if (database != null) {
            database.close();
        }
    }

    protected final TestDatabase database() {
        return database;
    }
}
