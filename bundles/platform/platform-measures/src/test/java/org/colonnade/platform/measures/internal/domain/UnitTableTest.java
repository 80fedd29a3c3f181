package org.colonnade.platform.measures.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.math.BigInteger;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Quantity;
import org.colonnade.platform.api.Rational;
import org.colonnade.platform.api.unit.UnitInfo;
import org.colonnade.platform.api.unit.UnitKind;
import org.junit.Test;

public class UnitTableTest {

    /** What is said by law or by standard, and how it is known. */
    private static final String[][] FACTS = {
        {"LBR", "1", "KGM", "45359237/100000000"},
        {"ONZ", "16", "LBR", "1"},
        {"APZ", "1", "GRN", "480"},
        {"STN", "1", "LBR", "2000"},
        {"LTN", "1", "CWI", "20"},
        {"INH", "1", "MMT", "25.4"},
        {"SMI", "1", "FOT", "5280"},
        {"NMI", "1", "MTR", "1852"},
        {"YRD", "1", "FOT", "3"},
        {"ACR", "640", "MIK", "1"},
        {"HAR", "1", "ARE", "100"},
        {"GLL", "1", "INQ", "231"},
        {"GLI", "1", "LTR", "4.54609"},
        {"GLL", "1", "OZA", "128"},
        {"GLI", "1", "OZI", "160"},
        {"BLL", "1", "GLL", "42"},
        {"G21", "1", "G24", "16"},
        {"G24", "1", "G25", "3"},
        {"LTR", "1", "CMQ", "1000"},
        {"WEE", "1", "HUR", "168"},
        {"ANN", "1", "MON", "12"},
        {"QAN", "4", "ANN", "1"},
        {"CEL", "100", "FAH", "212"},
        {"CEL", "-40", "FAH", "-40"},
        {"CEL", "0", "KEL", "273.15"},
        {"FAH", "0", "A48", "459.67"},
        {"KWH", "1", "3B", "3.6"},
        {"N71", "1", "BTU", "100000"},
        {"BHP", "1", "WTT", "745.69987158227022"},
        {"HJ", "1", "WTT", "735.49875"},
        {"ATM", "1", "UA", "760"},
        {"BAR", "1", "KPA", "100"},
        {"KMH", "36", "MTS", "10"},
        {"KNT", "1", "KMH", "1.852"},
        {"HM", "1", "KMH", "1.609344"},
        {"E34", "1", "4L", "1000"},
        {"E62", "1", "E63", "1024"},
        {"AD", "1", "A99", "8"},
        {"GRO", "1", "DZN", "12"},
        {"P1", "1", "59", "10000"},
        {"RPM", "60", "RPS", "1"},
        {"C78", "1", "NEW", "4.4482216152605"},
        {"GM", "1000", "28", "1"},
    };

    private final UnitTable table = new UnitTable();
    private final Random random = new Random(7);

    @Test
    public void theFactsAreExact() {
        for (String[] fact : FACTS) {
            assertEquals(
                    String.join(" ", fact),
                    Rational.parse(fact[3]),
                    unit(fact[0]).convert(Rational.parse(fact[1]), unit(fact[2])));
        }
    }

    @Test
    public void aHundredAndFiftyCodesAndMoreAreKnownAndEachKindHasItsBase() {
        assertTrue(table.all().size() > 300);
        Map<UnitKind, Integer> counted = new EnumMap<>(UnitKind.class);
        for (UnitInfo unit : table.all()) {
            counted.merge(unit.kind(), 1, Integer::sum);
            // what quantities can hold
            assertEquals(unit.code(), Quantity.of("1", unit.code()).unit());
            assertFalse(unit.code(), unit.names().get("en").isBlank());
            assertFalse(unit.code(), unit.names().get("th").isBlank());
            assertEquals(unit.code(), 1, unit.factor().signum());
            assertTrue(unit.code(), unit.offset().signum() == 0 || unit.kind() == UnitKind.TEMPERATURE);
            assertEquals(
                    unit.code(), unit.kind() == UnitKind.PACKAGE, unit.code().startsWith("X"));
        }
        for (UnitKind kind : UnitKind.values()) {
            assertTrue(kind.name(), counted.containsKey(kind));
            if (kind.convertible()) {
                assertEquals(kind, unit(kind.base()).kind());
                assertEquals(kind.name(), Rational.ONE, unit(kind.base()).factor());
                assertEquals(kind.name(), Rational.ZERO, unit(kind.base()).offset());
            }
        }
    }

    @Test
    public void theWayThereAndBackAndTheWayByAThirdUnitAreTheSame() {
        List<UnitInfo> all = table.all();
        int compared = 0;
        for (UnitInfo one : all) {
            for (UnitInfo other : all) {
                if (!one.comparable(other)) {
                    continue;
                }
                Rational value = Rational.of(random.nextInt(2_000_001) - 1_000_000, 1 + random.nextInt(999));
                Rational there = one.convert(value, other);
                assertEquals(value, other.convert(there, one));
                UnitInfo third = all.get(random.nextInt(all.size()));
                if (one.comparable(third) && other.comparable(third)) {
                    assertEquals(there, third.convert(one.convert(value, third), other));
                }
                Rational more = Rational.of(random.nextInt(1000));
                assertEquals(one.convert(value.plus(more), other).minus(there), one.difference(more, other));
                compared++;
            }
        }
        assertTrue(compared + " pairs", compared > 3_000);
    }

    @Test
    public void whatMeasuresSomethingElseIsNotConverted() {
        assertThrows(IllegalArgumentException.class, () -> unit("KGM").convert(Rational.ONE, unit("MTR")));
        assertThrows(IllegalArgumentException.class, () -> unit("DAY").convert(Rational.ONE, unit("MON")));
        assertThrows(IllegalArgumentException.class, () -> unit("XBX").convert(Rational.ONE, unit("XPX")));
        assertThrows(IllegalArgumentException.class, () -> unit("SET").convert(Rational.ONE, unit("C62")));
        assertEquals(Rational.of(3), unit("XBX").convert(Rational.of(3), unit("XBX")));
    }

    @Test
    public void aUnitOfTheCompanyIsMadeOfOneOfTheStandard() {
        OwnUnitRule rule = new OwnUnitRule(table);
        OwnUnitDraft rai = OwnUnitRule.complete(new OwnUnitDraft(" zra ", "Rai", " ", null, "mtk", "3200/2"));
        assertEquals(new OwnUnitDraft("ZRA", "Rai", null, null, "MTK", "1600"), rai);
        assertEquals(List.of(), faults(rule, rai));
        UnitInfo unit = rule.info(new OwnUnit("ZRA", "Rai", null, null, "MTK", "1600"));
        assertEquals(Rational.of(4, 25), unit.convert(Rational.ONE, unit("HAR")));
        // the standard may not use the code, temperatures have no zero to count from, and a package says nothing
        for (String code : new String[] {"KGM", "ZZ", "Z10", "XBX", "ZRAI"}) {
            assertEquals(code, List.of("code"), faults(rule, new OwnUnitDraft(code, "Rai", null, null, "MTK", "1600")));
        }
        for (String of : new String[] {"CEL", "XBX", "SET", "QQQ", "ZRA"}) {
            assertEquals(of, List.of("of"), faults(rule, new OwnUnitDraft("ZRA", "Rai", null, null, of, "1600")));
        }
        for (String factor : new String[] {"0", "-1", "1/0", "much", "1e3"}) {
            assertEquals(
                    factor, List.of("factor"), faults(rule, new OwnUnitDraft("ZRA", "Rai", null, null, "MTK", factor)));
        }
    }

    @Test
    public void aFactorOfManyDigitsIsReadAgain() {
        String long1 = "9".repeat(60) + "." + "7".repeat(39) + "1";
        String kept = OwnUnitRule.complete(new OwnUnitDraft("ZRA", "Rai", null, null, "MTK", long1))
                .factor();
        assertTrue(kept, kept.length() <= 210);
        assertEquals(Rational.parse(long1), Rational.parse(kept));
        assertTrue(BigInteger.TEN.pow(40).equals(Rational.parse(kept).denominator()));
    }

    private List<String> faults(OwnUnitRule rule, OwnUnitDraft draft) {
        Fields faults = new Fields();
        rule.check(faults, draft, null);
        return faults.faults().stream().map(fault -> fault.field()).toList();
    }

    private UnitInfo unit(String code) {
        return table.find(code).orElseThrow(() -> new AssertionError(code));
    }
}
