package org.colonnade.platform.store.internal.audit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Standing;
import org.colonnade.platform.api.audit.Change;
import org.colonnade.platform.api.audit.Entry;
import org.colonnade.platform.api.audit.Filter;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Rejected;
import org.junit.Test;

/** What is written down, and how it is read. */
public class AuditTrailTest extends OnAudited {

    private static final Ref ANN = new Ref("platform", "user", "ann");

    @Test
    public void aChangeTellsWhoWhenWhatAndInWhichRequest() throws Exception {
        Actor ann = new Actor(ANN, "Ann", Set.of(), false);
        Instant[] now = new Instant[1];
        new Caller(ann, "request-1")
                .call(() -> desk.write(work -> {
                    work.record(new Change(line(1), "changed", 4, "{\"a\":1}", "{\"a\":2}"));
                    now[0] = work.now();
                    return null;
                }));
        store.warden().drain();
        Entry entry = audit.history(line(1), PageRequest.first()).items().get(0);
        assertEquals(
                new Entry(
                        entry.id(),
                        1L,
                        now[0],
                        ANN.toString(),
                        "request-1",
                        "changed",
                        line(1).toString(),
                        4,
                        "{\"a\":1}",
                        "{\"a\":2}"),
                entry);
        assertEquals(entry, audit.entry(entry.id()));
    }

    @Test
    public void whatIsRolledBackLeavesNoRow() {
        assertThrows(
                Conflict.class,
                () -> desk.write(work -> {
                    work.record(Change.of(line(1), "created", 1, text(1)));
                    throw new Conflict("desk.no", "No.");
                }));
        desk.write(work -> {
            work.record(Change.of(line(2), "created", 1, text(1)));
            work.rollbackOnly();
            return null;
        });
        assertEquals(0, number("select count(*) from platform_audit"));
        assertEquals(0, number("select count(*) from platform_audit_payload"));
    }

    @Test
    public void anInnerTransactionWritesWithTheOuterOne() {
        assertThrows(
                Conflict.class,
                () -> desk.write(work -> {
                    desk.write(inner -> {
                        inner.record(Change.of(line(1), "created", 1, text(1)));
                        return null;
                    });
                    throw new Conflict("desk.no", "No.");
                }));
        assertEquals(0, number("select count(*) from platform_audit"));
    }

    @Test
    public void aReadWritesNothingDown() {
        assertThrows(
                IllegalStateException.class,
                () -> desk.read(work -> {
                    work.record(Change.of(line(1), "created", 1, text(1)));
                    return null;
                }));
    }

    @Test
    public void theHistoryTakesBeforeFromTheVersionBefore() {
        write(line(1), 5);
        write(line(2), 1);
        Page<Entry> newest = audit.history(line(1), new PageRequest(2, null));
        assertEquals(text(4), newest.items().get(0).before());
        assertEquals(text(5), newest.items().get(0).after());
        assertEquals(text(3), newest.items().get(1).before());
        Page<Entry> oldest = audit.history(line(1), new PageRequest(3, newest.next()));
        assertEquals(
                List.of(3L, 2L, 1L), oldest.items().stream().map(Entry::version).toList());
        assertNull(oldest.items().get(2).before());
        assertNull(oldest.next());
        assertEquals(text(4), audit.entry(newest.items().get(0).id()).before());
    }

    @Test
    public void aVersionIsReadBack() {
        write(line(1), 3);
        assertEquals(Optional.of(text(2)), audit.snapshot(line(1), 2));
        assertEquals(Optional.empty(), audit.snapshot(line(1), 4));
        assertEquals(Optional.empty(), audit.snapshot(line(9), 1));
    }

    @Test
    public void listsNarrowAndGoByPages() throws Exception {
        Instant begin = Instant.now();
        write(line(1), 3);
        new Caller(new Actor(ANN, "Ann", Set.of(), false), "r").call(() -> {
            write(line(2), 2);
            write(new Change(line(2), "archived", 3, null, text(3)));
            return null;
        });
        Filter all = Filter.ALL;
        assertEquals(6, count(all));
        assertEquals(3, count(new Filter(line(1).toString(), null, null, null, null)));
        assertEquals(3, count(new Filter(null, ANN.toString(), null, null, null)));
        assertEquals(1, count(new Filter(null, null, "archived", null, null)));
        assertEquals(2, count(new Filter(null, null, "created", null, null)));
        assertEquals(1, count(new Filter(line(2).toString(), ANN.toString(), "created", begin, null)));
        assertEquals(0, count(new Filter(line(2).toString(), "platform:user:bob", null, null, null)));
        assertEquals(
                6,
                count(new Filter(
                        null, null, null, begin.minusSeconds(1), Instant.now().plusSeconds(1))));
        assertEquals(0, count(new Filter(null, null, null, null, begin.minusSeconds(1))));
        assertEquals(0, count(new Filter(null, null, null, Instant.now().plusSeconds(1), null)));
        assertEquals(0, count(new Filter(null, null, null, Instant.MIN, Instant.MIN)));
        assertEquals(0, count(new Filter(null, null, null, null, null, ANN.toString())));
        Entry first = audit.entries(all, PageRequest.first()).items().get(0);
        assertEquals("archived", first.action());
        assertNull("lists show no content", first.after());
    }

    @Test
    public void whatASubstituteDidIsFoundByWhomItWasDoneFor() throws Exception {
        Ref bob = new Ref("platform", "user", "bob");
        Actor acting = new Actor(bob, "bob", Set.of(), false, Set.of(), Standing.FREE, ANN);
        new Caller(acting, "r1").call(() -> {
            write(new Change(line(1), "changed", 1, null, "{}"));
            return null;
        });
        Filter forAnn = new Filter(null, null, null, null, null, ANN.toString());
        Entry entry = audit.entries(forAnn, PageRequest.first()).items().get(0);
        assertEquals(bob.toString(), entry.actor());
        assertEquals(ANN.toString(), entry.principal());
        assertEquals(1, count(new Filter(null, bob.toString(), "changed", null, null, ANN.toString())));
        assertEquals(0, count(new Filter(null, ANN.toString(), null, null, null)));
        assertEquals(ANN.toString(), audit.entry(entry.id()).principal());
    }

    @Test
    public void whatIsNotThereIsToldSo() {
        assertThrows(NotFound.class, () -> audit.entry("nonsense"));
        assertThrows(Rejected.class, () -> audit.history(line(1), new PageRequest(5, "nonsense")));
        assertThrows(IllegalArgumentException.class, () -> Change.of(line(1), "Created!", 1, null));
        assertThrows(IllegalArgumentException.class, () -> Change.of(line(1), "created", -1, null));
    }

    @Test
    public void aRowIsSeenBeforeItIsChained() throws Exception {
        write(line(1), 1);
        assertNull(audit.history(line(1), PageRequest.first()).items().get(0).position());
        store.warden().drain();
        assertNotNull(audit.history(line(1), PageRequest.first()).items().get(0).position());
    }

    private int count(Filter filter) {
        List<Entry> all = new ArrayList<>();
        PageRequest page = new PageRequest(2, null);
        while (page != null) {
            Page<Entry> found = audit.entries(filter, page);
            all.addAll(found.items());
            page = found.next() == null ? null : new PageRequest(2, found.next());
        }
        assertEquals(
                "no row twice",
                all.size(),
                all.stream().map(Entry::id).distinct().count());
        return all.size();
    }
}
