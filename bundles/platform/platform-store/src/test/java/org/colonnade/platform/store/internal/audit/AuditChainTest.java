package org.colonnade.platform.store.internal.audit;

import static org.junit.Assert.assertEquals;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.audit.Change;
import org.colonnade.platform.api.audit.Verdict;
import org.colonnade.platform.api.audit.Verdict.Fault;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.store.internal.DeskModule;
import org.colonnade.platform.store.internal.Store;
import org.colonnade.platform.store.internal.TestServer;
import org.colonnade.platform.store.internal.database.Placement;
import org.junit.Assume;
import org.junit.Test;

/** The chain grows whole whatever goes on beside, and shows what was changed behind its back. */
public class AuditChainTest extends OnAudited {

    private static final int WRITERS = 8;
    private static final int EACH = 25;

    @Test
    public void anEmptyChainHolds() {
        assertHolds(0);
    }

    @Test
    public void eightWritersMakeOneChain() throws Exception {
        store.warden().start();
        writeAtOnce();
        until("all rows are chained", () -> number("select count(*) from platform_audit where position is null") == 0);
        assertHolds((long) WRITERS * EACH);
        assertEquals(WRITERS * EACH, number("select max(position) from platform_audit"));
    }

    @Test
    public void twoNodesMakeOneChain() throws Exception {
        Assume.assumeTrue("an H2 file belongs to one node", kind == TestServer.Kind.POSTGRESQL);
        store.warden().start();
        try (Store other = open()) {
            other.warden().start();
            writeAtOnce();
            until(
                    "all rows are chained",
                    () -> number("select count(*) from platform_audit where position is null") == 0);
        }
        assertHolds((long) WRITERS * EACH);
    }

    @Test
    public void manyRowsOfOneTransactionAreChainedWithIt() throws Exception {
        write(line(1), 2);
        recordMany(desk, 2);
        assertEquals(0, number("select count(*) from platform_audit where position is null"));
        assertEquals(
                "what waited comes first",
                2,
                number("select max(position) from platform_audit where subject = '" + line(1) + "'"));
        assertHolds(Placement.MANY + 2L);
        write(line(1), 1);
        assertHolds(Placement.MANY + 3L);
        tamper("update platform_audit set actor = 'platform:user:somebody' where position = 50");
        assertWrong(Fault.CHANGED, 50);
    }

    @Test
    public void manyAndFewRowsOfTwoNodesMakeOneChain() throws Exception {
        Assume.assumeTrue("an H2 file belongs to one node", kind == TestServer.Kind.POSTGRESQL);
        store.warden().start();
        try (Store other = open()) {
            Tx there = other.raise(DeskModule.DESK);
            other.warden().start();
            Thread many = new Thread(() -> IntStream.range(0, EACH).forEach(n -> recordMany(there, 1_000 * (n + 1))));
            many.start();
            IntStream.range(0, EACH).forEach(n -> recordMany(desk, 1_000_000 + 1_000 * n));
            writeAtOnce();
            many.join();
            until(
                    "all rows are chained",
                    () -> number("select count(*) from platform_audit where position is null") == 0);
        }
        assertHolds((long) WRITERS * EACH + 2L * EACH * Placement.MANY);
    }

    private static void recordMany(Tx tx, int from) {
        tx.write(work -> {
            IntStream.range(from, from + Placement.MANY)
                    .forEach(number -> work.record(Change.of(line(number), "created", 1, text(number))));
            return null;
        });
    }

    @Test
    public void rowsThatACrashLeftUnchainedAreChainedAtTheNextStart() throws Exception {
        write(line(1), 3);
        Verdict before = audit.verify();
        assertEquals("the verification chains what waits", 3, before.rows());
        write(line(2), 2);
        try (Store restarted = open()) {
            restarted.raise(DeskModule.DESK);
            restarted.warden().start();
            until("the rows are chained", () -> number("select count(*) from platform_audit where position > 3") == 2);
        }
        assertHolds(5);
    }

    @Test
    public void aChangedFieldIsFound() throws Exception {
        chained();
        for (String change : List.of(
                "actor = 'platform:user:somebody'",
                "at = at + interval '1' second",
                "action = 'archived'",
                "subject = 'desk:line:0000000000009'",
                "version = 77",
                "request_id = 'r'",
                "principal = 'platform:user:somebody'",
                "company = 1, payload_digest = null")) {
            tamper(
                    "create table desk_before as select * from platform_audit where position = 4",
                    "update platform_audit set " + change + " where position = 4");
            assertWrong(Fault.CHANGED, 4);
            tamper(
                    "delete from platform_audit where position = 4",
                    "insert into platform_audit select * from desk_before",
                    "drop table desk_before");
            assertHolds(9);
        }
    }

    @Test
    public void aChangedLastRowIsFound() throws Exception {
        chained();
        tamper("update platform_audit set version = 77 where position = 9");
        assertWrong(Fault.CHANGED, 9);
    }

    @Test
    public void aChangedChainValueIsFound() throws Exception {
        chained();
        tamper("update platform_audit set chain = payload_digest where position = 4");
        assertWrong(Fault.CHAIN, 4);
    }

    @Test
    public void aRemovedRowIsFound() throws Exception {
        chained();
        tamper("delete from platform_audit where position = 4");
        assertWrong(Fault.MISSING, 4);
    }

    @Test
    public void aRemovedRowIsFoundAlsoWhenTheOthersMoveUp() throws Exception {
        chained();
        tamper(
                "delete from platform_audit where position = 4",
                "update platform_audit set position = position - 1000 where position > 4",
                "update platform_audit set position = position + 999 where position < 0",
                "update platform_audit_head set position = 8");
        assertWrong(Fault.CHANGED, 4);
    }

    @Test
    public void aRemovedFirstRowIsFound() throws Exception {
        chained();
        tamper("delete from platform_audit where position = 1");
        assertWrong(Fault.MISSING, 1);
    }

    @Test
    public void aRemovedTailIsFound() throws Exception {
        chained();
        tamper("delete from platform_audit where position > 7");
        assertWrong(Fault.MISSING, 8);
    }

    @Test
    public void exchangedRowsAreFound() throws Exception {
        chained();
        tamper(
                "update platform_audit set position = -3 where position = 3",
                "update platform_audit set position = 3 where position = 6",
                "update platform_audit set position = 6 where position = -3");
        assertWrong(Fault.MISPLACED, 3);
    }

    @Test
    public void aRowThatWasPutInIsFound() throws Exception {
        chained();
        tamper(
                "update platform_audit set position = -position where position > 4",
                "update platform_audit set position = 1 - position where position < 0",
                "insert into platform_audit (id, company, position, at, actor, request_id, action, subject, version, chain)"
                        + " select 1, 1, 5, at, actor, request_id, action, subject, version, chain from platform_audit where position = 4",
                "update platform_audit_head set position = 10");
        assertWrong(Fault.MISPLACED, 5);
    }

    @Test
    public void changedContentIsFound() throws Exception {
        chained();
        String fourth = " where id = (select id from platform_audit where position = 4)";
        tamper("update platform_audit_payload set after_text = '{}'" + fourth);
        assertWrong(Fault.CONTENT, 4);
        tamper("update platform_audit_payload set before_text = after_text, after_text = null" + fourth);
        assertWrong(Fault.CONTENT, 4);
        tamper("delete from platform_audit_payload" + fourth);
        assertWrong(Fault.CONTENT, 4);
    }

    @Test
    public void contentThatWasPutInIsFound() throws Exception {
        write(new Change(line(1), "archived", 1, null, null));
        assertHolds(1);
        tamper("insert into platform_audit_payload (id, salt, after_text)"
                + " select id, chain, 'x' from platform_audit where position = 1");
        assertWrong(Fault.CONTENT, 1);
    }

    @Test
    public void aHeadThatWasMovedIsFound() throws Exception {
        chained();
        tamper("update platform_audit_head set position = 5");
        assertWrong(Fault.CHAIN, 6);
    }

    @Test
    public void theChainIsTheSameOnBothDatabases() throws Exception {
        // the bytes of the format are a promise: a chain that was copied from one database to the other still verifies
        tamper("insert into platform_audit (id, company, at, actor, request_id, action, subject, version)"
                + " values (7, 1, timestamp with time zone '2026-03-29 01:02:03.456789+00', 'platform:user:a', 'r',"
                + " 'archived', 'desk:line:1', 3)");
        store.warden().drain();
        assertHolds(1);
        try (Connection connection = store.database().own().getConnection()) {
            assertEquals(
                    "206c8536d0f10e6a131637460c94c296b168dc84f4964acb3ac7bc73e171b5c6",
                    HexFormat.of().formatHex(Rows.chain(connection, Caller.FIRST_COMPANY, 1)));
        }
    }

    private void chained() throws Exception {
        write(line(1), 5);
        write(line(2), 4);
        store.warden().drain();
        assertHolds(9);
    }

    private void writeAtOnce() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            int number = i;
            Thread thread = new Thread(() -> write(line(number), EACH));
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
