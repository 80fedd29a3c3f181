package org.colonnade.platform.dossier.internal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.dossier.CustomField;
import org.colonnade.platform.api.dossier.CustomFieldDraft;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.dossier.internal.domain.Bounds;
import org.colonnade.platform.dossier.internal.domain.FieldValue;
import org.colonnade.platform.dossier.internal.store.Kinds;
import org.colonnade.platform.dossier.internal.store.ValueStore;

/** Sets the values of one record: looks at all of them first, then stores those that are other than before. */
final class ValueWriter {

    private final Work work;
    private final Ref record;
    private final Map<Long, CustomField> shown;
    private final Predicate<CustomField> mayWrite;

    ValueWriter(Work work, Ref record, Map<Long, CustomField> shown, Predicate<CustomField> mayWrite) {
        this.work = work;
        this.record = record;
        this.shown = shown;
        this.mayWrite = mayWrite;
    }

    /** The values before of those that were changed. */
    Map<String, Object> write(Map<String, Object> wanted, Fields faults) throws SQLException {
        int faultsBefore = faults.faults().size();
        unknown(wanted, faults);
        if (shown.isEmpty()) {
            return Map.of();
        }
        Map<String, Object> present = StoredCustomFields.values(work, Kinds.of(record), List.of(record.id()), shown)
                .getOrDefault(record.id(), Map.of());
        Map<CustomField, List<Object>> changes = new LinkedHashMap<>();
        for (CustomField field : shown.values()) {
            String name = field.definition().name();
            look(field, wanted.get(name), present.get(name), changes, faults);
        }
        if (faults.faults().size() > faultsBefore) {
            return Map.of();
        }
        Map<String, Object> before = new LinkedHashMap<>();
        for (Map.Entry<CustomField, List<Object>> change : changes.entrySet()) {
            CustomFieldDraft definition = change.getKey().definition();
            long id = Tsid.parse(change.getKey().id());
            ValueStore.set(work, record, id, definition.unique(), change.getValue());
            before.put(definition.name(), present.get(definition.name()));
        }
        return before;
    }

    private void unknown(Map<String, Object> wanted, Fields faults) {
        for (String name : wanted.keySet()) {
            boolean known = shown.values().stream()
                    .anyMatch(field -> field.definition().name().equals(name));
            if (!known) {
                faults.wrong("custom." + name, "is not known");
            }
        }
    }

    private void look(
            CustomField field, Object wanted, Object present, Map<CustomField, List<Object>> changes, Fields faults)
            throws SQLException {
        CustomFieldDraft definition = field.definition();
        String name = "custom." + definition.name();
        int faultsBefore = faults.faults().size();
        List<Object> values = wanted == null ? List.of() : Bounds.values(definition, wanted, name, faults);
        if (faults.faults().size() > faultsBefore) {
            return;
        }
        if (same(values, present)) {
            if (values.isEmpty() && definition.required() && mayWrite.test(field)) {
                faults.wrong(name, "is required");
            }
            return;
        }
        if (!mayWrite.test(field)) {
            throw new Forbidden(definition.write());
        }
        if (definition.required() && empty(values)) {
            faults.wrong(name, "is required");
        } else if (definition.unique() && !values.isEmpty() && held(field, values.get(0))) {
            faults.wrong(name, "is taken: another record has it");
        } else {
            changes.put(field, values);
        }
    }

    private boolean held(CustomField field, Object value) throws SQLException {
        return ValueStore.held(work, record, Tsid.parse(field.id()), value);
    }

    private static boolean empty(List<Object> values) {
        return values.isEmpty() || values.get(0) instanceof String text && text.isBlank();
    }

    private static boolean same(List<Object> values, Object present) {
        if (present instanceof List<?> list) {
            return values.equals(list);
        }
        return values.isEmpty() ? present == null : FieldValue.same(values.get(0), present);
    }

    /** A list of choices with more behind it. */
    static Object joined(Object list, Object more) {
        List<Object> all = new ArrayList<>((List<?>) list);
        all.addAll((List<?>) more);
        return List.copyOf(all);
    }
}
