package org.colonnade.platform.store.internal.company;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;

import java.util.List;
import org.colonnade.platform.api.Caller;
import org.junit.Test;

public class FenceTest {

    private final Fence fence = new Fence();

    public FenceTest() {
        fence.tables().add(List.of("lead", "note", "tag"));
    }

    @Test
    public void readsAreHeld() {
        held(
                "SELECT r.id FROM lead r WHERE r.company = 7 AND (r.state = ? OR r.owner = ?) ORDER BY r.id LIMIT ?",
                "select r.id from lead r where r.state = ? or r.owner = ? order by r.id limit ?");
        held(
                "SELECT id FROM lead WHERE lead.company = 7 FOR UPDATE SKIP LOCKED",
                "select id from lead for update skip locked");
    }

    @Test
    public void everyTableIsHeldWhereverItStands() {
        held(
                "SELECT l.id FROM lead l, note n WHERE l.company = 7 AND n.company = 7 AND (l.id = n.lead)",
                "select l.id from lead l, note n where l.id = n.lead");
        held(
                "SELECT l.id FROM lead l LEFT JOIN note n ON n.company = 7 AND n.lead = l.id WHERE l.company = 7",
                "select l.id from lead l left join note n on n.lead = l.id");
        held(
                "SELECT x.id FROM other x WHERE EXISTS (SELECT 1 FROM tag t WHERE t.company = 7 AND (t.id = x.id))",
                "select x.id from other x where exists (select 1 from tag t where t.id = x.id)");
        held(
                "SELECT (SELECT count(*) FROM note n WHERE n.company = 7 AND (n.lead = l.id)) FROM lead l WHERE l.company = 7",
                "select (select count(*) from note n where n.lead = l.id) from lead l");
        held(
                "SELECT id FROM lead WHERE lead.company = 7 UNION ALL SELECT id FROM note WHERE note.company = 7",
                "select id from lead union all select id from note");
        held(
                "WITH mine AS (SELECT id FROM lead WHERE lead.company = 7) SELECT id FROM mine",
                "with mine as (select id from lead) select id from mine");
    }

    @Test
    public void writesAreHeld() {
        held("INSERT INTO lead (id, name, company) VALUES (?, ?, 7)", "insert into lead (id, name) values (?, ?)");
        held(
                "INSERT INTO lead (id, name, company) VALUES (?, ?, 7), (?, ?, 7)",
                "insert into lead (id, name) values (?, ?), (?, ?)");
        held(
                "INSERT INTO tag (id, name, company) SELECT n.id, ?, 7 FROM note n WHERE n.company = 7 AND (n.lead = ?)",
                "insert into tag (id, name) select n.id, ? from note n where n.lead = ?");
        held(
                "UPDATE lead SET name = ? WHERE lead.company = 7 AND (id = ? AND version = ?)",
                "update lead set name = ? where id = ? and version = ?");
        held(
                "UPDATE lead l SET name = (SELECT n.text FROM note n WHERE n.company = 7 AND (n.lead = l.id)) WHERE l.company = 7",
                "update lead l set name = (select n.text from note n where n.lead = l.id)");
        held("DELETE FROM lead WHERE lead.company = 7 AND (id = ?)", "delete from lead where id = ?");
        held(
                "INSERT INTO lead (id, company) VALUES (?, 7); INSERT INTO note (id, company) VALUES (?, 7)",
                "insert into lead (id) values (?); insert into note (id) values (?)");
    }

    @Test
    public void whatBelongsToNobodyIsLeftAsItIs() {
        String sql = "select x from other where led = ? and x.y = 1";
        assertSame(sql, fence.fenced(sql, 7));
    }

    @Test
    public void whatCannotBeToldApartIsRefused() {
        for (String sql : List.of(
                "select l.id from other o right join lead l on l.id = o.id",
                "insert into lead values (?, ?)",
                "insert into lead (id, company) values (?, ?)",
                "insert into lead (id) select id from other union select id from more",
                "select 'a' from lead where",
                "select id from public.lead",
                "table lead",
                "truncate table lead",
                "merge into lead using other on (lead.id = other.id) when matched then update set name = 'x'")) {
            assertThrows(sql, IllegalStateException.class, () -> fence.fenced(sql, 7));
        }
    }

    @Test
    public void workOverEveryCompanySeesAllAndSaysWhoseItsRowsAre() {
        String read = "select id from lead where due < ?";
        assertSame(read, fence.fenced(read, Caller.EVERY_COMPANY));
        String named = "insert into lead (id, company) values (?, ?)";
        assertSame(named, fence.fenced(named, Caller.EVERY_COMPANY));
        assertThrows(
                IllegalStateException.class,
                () -> fence.fenced("insert into lead (id) values (?)", Caller.EVERY_COMPANY));
    }

    private void held(String expected, String given) {
        assertEquals(expected, fence.fenced(given, 7));
        assertSame(fence.fenced(given, 7), fence.fenced(given, 7));
    }
}
