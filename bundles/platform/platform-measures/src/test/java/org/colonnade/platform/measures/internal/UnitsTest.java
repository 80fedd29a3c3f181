package org.colonnade.platform.measures.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.colonnade.platform.api.Quantity;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.measures.internal.domain.OwnUnitDraft;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Test;

/** Units of the standard are there; those of the company are made of them, once and for all. */
public class UnitsTest extends OnEachDatabase {

    private static final OwnUnitDraft RAI = new OwnUnitDraft("ZRA", "Rai", "ไร่", null, "MTK", "1600");

    private Front front;

    @Before
    public void open() {
        front = new Front(database());
    }

    @Test
    public void aUnitOfTheCompanyIsConvertedLikeAnyOther() {
        int before = front.units.all().size();
        String id = front.units.desk().create(Front.CLERK, RAI).id();
        assertEquals(before + 1, front.units.all().size());
        assertEquals("4/25", front.units.convert(Quantity.of("1", "ZRA"), "HAR").toString());
        assertEquals(
                "5/2", front.units.convert(Quantity.of("4000", "MTK"), "ZRA").toString());
        assertTrue(front.units.get("ZRA").own());
        front.units.desk().archive(Front.CLERK, id, v -> {});
        assertEquals(before, front.units.all().size());
        assertEquals("4/25", front.units.convert(Quantity.of("1", "ZRA"), "HAR").toString());
        assertThrows(Conflict.class, () -> front.units.desk().create(Front.CLERK, RAI));
    }

    @Test
    public void whatQuantitiesSayDoesNotChangeItsMeaning() {
        String id = front.units.desk().create(Front.CLERK, RAI).id();
        front.units
                .desk()
                .change(
                        Front.CLERK,
                        id,
                        v -> {},
                        d -> new OwnUnitDraft("ZRA", "Thai rai", null, "rai", "MTK", "1600.0"));
        assertEquals("Thai rai", front.units.get("ZRA").names().get("en"));
        Rejected refusal = assertThrows(Rejected.class, () -> front.units
                .desk()
                .change(Front.CLERK, id, v -> {}, d -> new OwnUnitDraft("ZRB", "Rai", null, null, "FTK", "16")));
        assertEquals(
                List.of("code", "factor", "of"),
                refusal.fields().stream().map(Rejected.Field::field).sorted().toList());
    }

    @Test
    public void unknownAndUnlikeUnitsAreRefused() {
        assertEquals("measures.unit.unknown", code(Quantity.of("1", "ZQQ"), "KGM"));
        assertEquals("measures.unit.unknown", code(Quantity.of("1", "KGM"), "nonsense"));
        assertEquals("measures.unit.incompatible", code(Quantity.of("1", "KGM"), "LTR"));
        assertEquals("measures.unit.incompatible", code(Quantity.of("1", "XBX"), "H87"));
        assertFalse(front.units.find("kgm").isPresent());
        assertEquals(
                "45359237/100000000",
                front.units.convert(Quantity.of("1", "LBR"), "KGM").toString());
    }

    @Test
    public void aCodeIsGivenOnceAlsoByTwoAtTheSameMoment() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            Callable<String> make = () -> {
                try {
                    return front.units.desk().create(Front.CLERK, RAI).id();
                } catch (Conflict taken) {
                    assertEquals("measures.unit.taken", taken.code());
                    return null;
                }
            };
            int made = 0;
            for (Future<String> one : pool.invokeAll(List.of(make, make, make, make))) {
                made += one.get() == null ? 0 : 1;
            }
            assertEquals(1, made);
        } finally {
            pool.shutdownNow();
        }
    }

    private String code(Quantity quantity, String to) {
        return assertThrows(Rejected.class, () -> front.units.convert(quantity, to))
                .code();
    }
}
