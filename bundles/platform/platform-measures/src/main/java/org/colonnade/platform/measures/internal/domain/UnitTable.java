package org.colonnade.platform.measures.internal.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.colonnade.platform.api.Rational;
import org.colonnade.platform.api.unit.UnitInfo;
import org.colonnade.platform.api.unit.UnitKind;

/** The widely used units of UN/ECE Recommendation 20, and packages of Recommendation 21. */
public final class UnitTable {

    private final Map<String, UnitInfo> byCode = new TreeMap<>();

    /** Reads the table. */
    public UnitTable() {
        for (String[] row : Lines.of("units.tsv")) {
            byCode.put(
                    row[0],
                    new UnitInfo(
                            row[0],
                            UnitKind.valueOf(row[1]),
                            Rational.parse(row[2]),
                            Rational.parse(row[3]),
                            row[4],
                            Map.of("en", row[5], "th", row[6]),
                            false));
        }
    }

    /** The unit of that code. */
    public Optional<UnitInfo> find(String code) {
        return Optional.ofNullable(code).map(byCode::get);
    }

    /** All, by code. */
    public List<UnitInfo> all() {
        return List.copyOf(byCode.values());
    }
}
