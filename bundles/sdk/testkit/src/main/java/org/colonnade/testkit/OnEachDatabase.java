package org.colonnade.testkit;

import org.junit.After;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

/** Runs a test class on H2 and on PostgreSQL, each test on a fresh database, which is raised when the test first asks for it. */
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

    @After
    public final void closeDatabase() {
        if (database != null) {
            database.close();
        }
    }

    protected final synchronized TestDatabase database() {
        if (database == null) {
            database = TestDatabase.of(kind);
        }
        return database;
    }
}
