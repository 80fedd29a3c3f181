package org.colonnade.platform.records.internal;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.colonnade.platform.api.audit.AuditLog;
import org.colonnade.platform.api.dossier.CustomFields;
import org.colonnade.platform.api.record.FieldType;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordField;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.records.internal.shape.Plan;

/** Takes what is personal out of the records of one kind, and out of their history; the records stay, and count as before. */
final class Eraser<V extends Record, D extends Record> {

    private static final String ERASED = "erased";

    private final Plan<V, D> plan;
    private final Book<V, D> book;
    private final Companions companions;

    Eraser(Upkeep<V, D> upkeep, Companions companions) {
        this.plan = upkeep.plan();
        this.book = upkeep.book();
        this.companions = companions;
    }

    /** Whether there is anything personal in such records. */
    boolean needed() {
        return plan.kind().fields().stream().anyMatch(field -> field.personal() || field.person());
    }

    /** The personal fields of a record that say something. */
    Map<String, Object> personal(V value) {
        Map<String, Object> personal = new LinkedHashMap<>();
        for (int i = 0; i < plan.view().size(); i++) {
            RecordField field = plan.kind().fields().get(i);
            Object said = plan.view().get(value, i);
            if (field.personal() && said != null) {
                personal.put(field.name(), plain(said));
            }
        }
        return personal;
    }

    private Object plain(Object said) {
        return said instanceof Record || said instanceof List<?> || said instanceof Enum<?>
                ? plan.json().write(said)
                : said instanceof org.colonnade.platform.api.Ref ? said.toString() : said;
    }

    /** Forgets, in the running transaction. */
    void erase(Work work, Kept<V> record) throws SQLException {
        Object[] values = plan.view().values(record.value());
        for (int i = 0; i < values.length; i++) {
            RecordField field = plan.kind().fields().get(i);
            if (field.personal() || field.person()) {
                values[i] = field.required() && field.type() == FieldType.TEXT ? ERASED : null;
            }
        }
        Kept<V> locked = book.locked(work, record.id());
        CustomFields custom = companions.customFields();
        if (custom != null) {
            custom.write(work, plan.kind().ref(record.id()), Map.of(), org.colonnade.platform.api.Actor.system(ERASED));
        }
        book.put(work, locked, plan.view().make(values), locked.archived(), "anonymised", Extras.NONE);
        AuditLog audit = companions.audit();
        if (audit != null) {
            audit.erase(work, plan.kind().ref(record.id()), this::redacted);
        }
    }

    private String redacted(String snapshot) {
        Map<String, Object> left = plan.json().map(snapshot);
        plan.kind().fields().stream()
                .filter(field -> field.personal() || field.person())
                .forEach(field -> left.remove(field.name()));
        left.remove("custom");
        return plan.json().write(left);
    }
}
