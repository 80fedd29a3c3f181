package org.colonnade.platform.dossier.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.dossier.TagCount;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Test;

public class TagsTest extends OnEachDatabase {

    private Cabinet cabinet;
    private TagDesk desk;

    @Before
    public void open() {
        cabinet = new Cabinet(database());
        desk = new TagDesk(cabinet.tx, cabinet.tags, cabinet.records);
    }

    @Test
    public void aTagKeepsItsFirstSpelling() {
        assertEquals(
                List.of("VIP", "ลูกค้าใหม่"),
                desk.set(Cabinet.CLERK, Cabinet.CASE, List.of(" VIP ", "ลูกค้าใหม่", "vip")));
        assertEquals(List.of("ลูกค้าใหม่", "VIP"), desk.set(Cabinet.CLERK, Cabinet.CASE, List.of("ลูกค้าใหม่", "ｖｉｐ")));
        assertEquals(List.of("ลูกค้าใหม่", "VIP"), desk.of(Cabinet.READER, Cabinet.CASE));
    }

    @Test
    public void tagsAreAddedAndTakenAway() {
        cabinet.tx.write(work -> cabinet.tags.add(work, Cabinet.CASE, List.of("red", "blue")));
        List<String> rest = cabinet.tx.write(work -> {
            cabinet.tags.add(work, Cabinet.CASE, List.of("RED", "green"));
            return cabinet.tags.remove(work, Cabinet.CASE, List.of("Blue", "never there"));
        });
        assertEquals(List.of("red", "green"), rest);
    }

    @Test
    public void manyRecordsAreReadAtOnceAndCounted() {
        desk.set(Cabinet.CLERK, Cabinet.CASE, List.of("red", "blue"));
        desk.set(Cabinet.CLERK, Cabinet.OTHER, List.of("Red"));
        Map<Ref, List<String>> all =
                cabinet.tx.read(work -> cabinet.tags.of(work, List.of(Cabinet.CASE, Cabinet.OTHER, Cabinet.GONE)));
        assertEquals(Map.of(Cabinet.CASE, List.of("red", "blue"), Cabinet.OTHER, List.of("Red")), all);
        assertEquals(
                List.of(new TagCount("blue", 1), new TagCount("red", 2)), desk.counts(Cabinet.READER, Cabinet.KIND));
    }

    @Test
    public void recordsAreFoundByTagPageByPage() {
        List<Ref> refs = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            refs.add(Ref.of("court", "case", 100 + i));
        }
        cabinet.tx.write(work -> {
            refs.forEach(ref -> cabinet.tags.set(work, ref, List.of("ต่อ")));
            return null;
        });
        List<Ref> found = new ArrayList<>();
        String after = null;
        do {
            Page<Ref> page = desk.records(Cabinet.READER, Cabinet.KIND, "ต่อ", PageRequest.of(3, after));
            found.addAll(page.items());
            after = page.next();
        } while (after != null);
        assertEquals(refs, found);
    }

    @Test
    public void aListJoinsItsRowsByNumber() {
        desk.set(Cabinet.CLERK, Cabinet.CASE, List.of("VIP"));
        var lookup = cabinet.tags.lookup(Cabinet.KIND);
        long found = cabinet.tx.read(work -> {
            // the names are those of the lookup, as a list's own constant would have them
            assertEquals(
                    "dossier_tag kind record_no tag_key",
                    String.join(
                            " ", lookup.table(), lookup.ownerColumn(), lookup.recordColumn(), lookup.valueColumn()));
            try (var statement = work.unwrap(java.sql.Connection.class)
                    .prepareStatement("select record_no from dossier_tag where kind = ? and tag_key = ?")) {
                statement.setObject(1, lookup.owner());
                statement.setObject(2, lookup.operand("Vip"));
                try (var rows = statement.executeQuery()) {
                    rows.next();
                    return rows.getLong(1);
                }
            }
        });
        assertEquals(Tsid.parse(Cabinet.CASE.id()), found);
    }

    @Test
    public void whoMayNotReachTheRecordReachesNoTag() {
        assertThrows(NotFound.class, () -> desk.of(Cabinet.CLERK, Cabinet.HIDDEN));
        assertThrows(Forbidden.class, () -> desk.of(Cabinet.STRANGER, Cabinet.CASE));
        assertThrows(Forbidden.class, () -> desk.counts(Cabinet.STRANGER, Cabinet.KIND));
        assertThrows(Forbidden.class, () -> desk.set(Cabinet.READER, Cabinet.CASE, List.of("x")));
        NotFound unknown = assertThrows(NotFound.class, () -> desk.of(Cabinet.ADMIN, Ref.parse("farm:cow:1")));
        assertEquals("platform.record.unknown", unknown.code());
    }

    @Test
    public void theSameRecordInAnotherSpellingHasTheSameTags() {
        desk.set(Cabinet.CLERK, Cabinet.CASE, List.of("one"));
        Ref lower = new Ref("court", "case", Cabinet.CASE.id().toLowerCase(java.util.Locale.ROOT));
        assertEquals(List.of("one"), desk.of(Cabinet.CLERK, lower));
    }

    @Test
    public void whatIsNoTagIsRefusedByName() {
        List<String> tags = new ArrayList<>(List.of("fine", " ", "x".repeat(101), "\u0000"));
        tags.add(null);
        Rejected refused = assertThrows(Rejected.class, () -> desk.set(Cabinet.CLERK, Cabinet.CASE, tags));
        assertEquals(
                List.of("tags[1]", "tags[2]", "tags[3]", "tags[4]"),
                refused.fields().stream().map(Rejected.Field::field).toList());
    }

    @Test
    public void naughtyStringsSurvive() throws Exception {
        for (String text : Cabinet.naughty()) {
            org.colonnade.platform.api.Fields faults = new org.colonnade.platform.api.Fields();
            cabinet.tags.check(List.of(text), faults);
            if (faults.faults().isEmpty()) {
                desk.set(Cabinet.CLERK, Cabinet.OTHER, List.of());
                desk.set(Cabinet.CLERK, Cabinet.OTHER, List.of(text));
                assertEquals(List.of(text.strip()), desk.of(Cabinet.CLERK, Cabinet.OTHER));
            }
        }
    }
}
