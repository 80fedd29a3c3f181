package org.colonnade.platform.measures.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.colonnade.platform.api.Permission;
import org.colonnade.platform.api.Quantity;
import org.colonnade.platform.api.Rational;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.record.RecordDesk;
import org.colonnade.platform.api.record.RecordKind;
import org.colonnade.platform.api.record.RecordKit;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.unit.UnitInfo;
import org.colonnade.platform.api.unit.Units;
import org.colonnade.platform.measures.internal.domain.OwnUnit;
import org.colonnade.platform.measures.internal.domain.OwnUnitDraft;
import org.colonnade.platform.measures.internal.domain.OwnUnitRule;
import org.colonnade.platform.measures.internal.domain.UnitTable;
import org.colonnade.platform.measures.internal.store.UnitRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The units of the standard and those of the company's own. */
@Component(service = {UnitRecords.class, Units.class})
public final class UnitRecords implements Units {

    /** The permission to see units, and to convert quantities. */
    public static final String READ = "measures.unit.read";
    /** The permission to add units of the company's own, to rename them and to put them away. */
    public static final String CHANGE = "measures.unit.change";

    private static final RecordKind<OwnUnit, OwnUnitDraft> KIND = RecordKind.of(OwnUnit.class, OwnUnitDraft.class);

    private final UnitTable standard = new UnitTable();
    private final OwnUnitRule rule = new OwnUnitRule(standard);
    private final Tx tx;
    private final RecordDesk<OwnUnit, OwnUnitDraft> desk;

    @Activate
    public UnitRecords(@Reference RecordKit kit, @Reference(target = "(module=measures)") Tx tx) {
        this.tx = tx;
        desk = kit.desk(KIND.with(new UnitRules(rule)), tx);
    }

    /** What people may be allowed here. */
    static List<Permission> permissions() {
        return KIND.permissions();
    }

    /** The upkeep of the company's own. */
    public RecordDesk<OwnUnit, OwnUnitDraft> desk() {
        return desk;
    }

    @Override
    public Optional<UnitInfo> find(String code) {
        Optional<UnitInfo> known = standard.find(code);
        if (known.isPresent() || code == null || !code.startsWith("Z")) {
            return known;
        }
        return tx.read(work -> Optional.ofNullable(UnitRows.find(work, code))).map(rule::info);
    }

    @Override
    public UnitInfo get(String code) {
        return find(code)
                .orElseThrow(() -> new Rejected("measures.unit.unknown", "There is no unit of this code here."));
    }

    @Override
    public List<UnitInfo> all() {
        List<UnitInfo> all = new ArrayList<>(standard.all());
        tx.read(UnitRows::all).forEach(own -> all.add(rule.info(own)));
        all.sort(Comparator.comparing(UnitInfo::code));
        return all;
    }

    @Override
    public Rational convert(Quantity quantity, String to) {
        UnitInfo from = get(quantity.unit());
        UnitInfo target = get(to);
        comparable(from, target);
        return from.convert(Rational.of(quantity.value()), target);
    }

    /** @throws Rejected {@code measures.unit.incompatible} */
    public static void comparable(UnitInfo from, UnitInfo to) {
        if (!from.comparable(to)) {
            throw new Rejected(
                    "measures.unit.incompatible",
                    from.code() + " (" + from.kind().labels().get("en") + ") is not converted into " + to.code() + " ("
                            + to.kind().labels().get("en") + ").");
        }
    }
}
