package org.colonnade.platform.store.internal.database;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.persistence.OptimisticLockException;
import javax.persistence.PersistenceException;
import javax.persistence.RollbackException;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.Problem;
import org.junit.Test;

public class SqlFaultsTest {

    @Test
    public void aDatabaseThatIsAwayIsUnavailableHoweverWrapped() {
        for (String state : new String[] {"08001", "08006", "57P01", "57P03", "53300"}) {
            assertEquals(
                    state,
                    "platform.store.away",
                    code(new PersistenceException(new RollbackException(new SQLException("x", state)))));
        }
        assertEquals("platform.store.away", code(new SQLException("Database is already closed", "90121", 90121)));
        assertEquals(
                "platform.store.away",
                code(new SQLTransientConnectionException("timed out", new SQLException("refused", "08001"))));
        assertEquals(
                "platform.store.away",
                code(new SQLTransientConnectionException("timed out (total=0, active=0, idle=0, waiting=0)")));
    }

    @Test
    public void aPoolThatIsUsedUpIsBusy() {
        assertEquals(
                "platform.store.busy",
                code(new SQLTransientConnectionException("timed out (total=10, active=10, idle=0, waiting=4)")));
        assertEquals("platform.store.busy", code(new SQLException("lock timeout", "HYT00", 50200)));
    }

    @Test
    public void aFullDiskIsUnavailable() {
        assertEquals("platform.store.full", code(new SQLException("could not extend file", "53100")));
    }

    @Test
    public void anotherVersionIsStale() {
        assertEquals("platform.record.stale", code(new RollbackException(new OptimisticLockException("newer"))));
    }

    @Test
    public void onlySerializationAndDeadlockAreRepeated() {
        assertTrue(SqlFaults.repeatable(new PersistenceException(new SQLException("serialize", "40001"))));
        assertTrue(SqlFaults.repeatable(new PersistenceException(new SQLException("deadlock", "40P01"))));
        assertTrue(SqlFaults.repeatable(new SQLException("concurrent update", "90131", 90131)));
        assertFalse(SqlFaults.repeatable(new SQLException("unique", "23505")));
        assertFalse(SqlFaults.repeatable(
                new SQLTransientConnectionException("no connection came free, and no state says so")));
        assertFalse(SqlFaults.repeatable(new IllegalStateException()));
    }

    @Test
    public void whatIsNoProblemOfTheStoreStaysAsItIs() {
        Conflict conflict = new Conflict("desk.no", "No.");
        assertSame(conflict, SqlFaults.translate(conflict));
        PersistenceException unique = new PersistenceException(new SQLException("unique", "23505"));
        assertSame(unique, SqlFaults.translate(unique));
    }

    private static String code(Throwable failure) {
        return ((Problem) SqlFaults.translate(failure)).code();
    }
}
