package org.colonnade.platform.store.internal.audit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.audit.Change;
import org.colonnade.platform.api.audit.Entry;
import org.colonnade.platform.api.audit.Verdict.Fault;
import org.colonnade.platform.api.problem.Conflict;
import org.junit.Test;

/** Personal data goes, the chain stays whole, and nothing else can go under its cover. */
public class AuditErasureTest extends OnAudited {

    private static final String GONE = "{\"name\":\"…\"}";

    @Test
    public void anErasureLeavesTheChainWhole() throws Exception {
        write(line(1), 3);
        write(line(2), 1);
        assertHolds(4);
        assertEquals(3, erase());
        assertHolds(5);
        List<Entry> history = audit.history(line(1), PageRequest.first()).items();
        assertEquals(
                List.of("erased", "changed", "changed", "created"),
                history.stream().map(Entry::action).toList());
        history.stream().skip(1).forEach(entry -> assertEquals(GONE, entry.after()));
        assertEquals(
                0,
                number("select count(*) from platform_audit_payload p join platform_audit a on a.id = p.id"
                        + " where a.subject = '" + line(1) + "' and p.after_text like '%rger%'"));
        assertEquals(
                text(1),
                audit.history(line(2), PageRequest.first()).items().get(0).after());
    }

    @Test
    public void anErasureMayLeaveNothing() throws Exception {
        write(line(1), 2);
        desk.write(work -> audit.erase(work, line(1), text -> null));
        assertHolds(3);
        assertTrue(audit.snapshot(line(1), 2).isEmpty());
    }

    @Test
    public void erasingTwiceErasesWhatCameSince() throws Exception {
        write(line(1), 2);
        erase();
        write(Change.of(line(1), "changed", 3, text(3)));
        assertEquals("what is erased already stays as it is", 1, erase());
        assertEquals(0, erase());
        assertHolds(5);
    }

    @Test
    public void rowsThatWaitAreErasedToo() throws Exception {
        write(line(1), 2);
        erase();
        assertEquals(3, number("select count(*) from platform_audit where position is null"));
        assertHolds(3);
    }

    @Test
    public void anErasureIsStoredWithItsTransactionOrNotAtAll() throws Exception {
        write(line(1), 2);
        assertThrows(
                Conflict.class,
                () -> desk.write(work -> {
                    audit.erase(work, line(1), text -> GONE);
                    throw new Conflict("desk.held", "A hold forbids it.");
                }));
        assertHolds(2);
        assertEquals(text(2), audit.snapshot(line(1), 2).orElseThrow());
    }

    @Test
    public void changedContentAfterAnErasureIsFound() throws Exception {
        write(line(2), 1);
        write(line(1), 3);
        erase();
        assertHolds(5);
        tamper("update platform_audit_payload set after_text = '{\"name\":\"Bob\"}'"
                + " where id = (select id from platform_audit where position = 3)");
        assertWrong(Fault.CONTENT, 3);
    }

    @Test
    public void anErasureOfOneRecordExcusesNoOther() throws Exception {
        write(line(2), 2);
        write(line(1), 1);
        erase();
        assertHolds(4);
        tamper("update platform_audit_payload set after_text = '" + GONE + "'"
                + " where id = (select id from platform_audit where position = 2)");
        assertWrong(Fault.CONTENT, 2);
    }

    @Test
    public void aMarkThatWasRemovedOrChangedIsFound() throws Exception {
        write(line(1), 2);
        erase();
        assertHolds(3);
        tamper("update platform_audit_payload set after_text = '{\"erased\":[]}'"
                + " where id = (select id from platform_audit where position = 3)");
        assertWrong(Fault.CONTENT, 1);
        tamper("delete from platform_audit where position = 3", "update platform_audit_head set position = 2");
        assertWrong(Fault.CONTENT, 1);
    }

    @Test
    public void aMarkThatIsNoneIsNoExcuse() throws Exception {
        write(line(1), 1);
        write(new Change(line(1), Change.ERASED, 0, null, "not even JSON"));
        assertHolds(2);
        tamper("update platform_audit_payload set after_text = '" + GONE + "'"
                + " where id = (select id from platform_audit where position = 1)");
        assertWrong(Fault.CONTENT, 1);
    }

    private int erase() {
        return desk.write(work -> audit.erase(work, line(1), text -> GONE));
    }
}
