package org.colonnade.platform.dossier.internal;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.dossier.CustomField;
import org.colonnade.platform.api.dossier.CustomFields;
import org.colonnade.platform.api.dossier.FieldType;
import org.colonnade.platform.api.dossier.Lookup;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.dossier.internal.domain.FieldLookup;
import org.colonnade.platform.dossier.internal.domain.FieldValue;
import org.colonnade.platform.dossier.internal.store.Kinds;
import org.colonnade.platform.dossier.internal.store.StoreFault;
import org.colonnade.platform.dossier.internal.store.ValueStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The values of custom fields, in the transaction of whoever keeps the record. */
@Component(service = CustomFields.class)
public final class StoredCustomFields implements CustomFields {

    private final Tx tx;
    private final Definitions definitions;

    @Activate
    public StoredCustomFields(@Reference(target = "(module=dossier)") Tx tx, @Reference Definitions definitions) {
        this.tx = tx;
        this.definitions = definitions;
    }

    @Override
    public List<CustomField> definitions(Ref kind) {
        return tx.read(work -> definitions.of(work, Kinds.of(kind)));
    }

    @Override
    public boolean mayRead(Actor actor, CustomField field) {
        String permission = field.definition().read();
        return permission == null || actor.may(permission);
    }

    @Override
    public boolean mayWrite(Actor actor, CustomField field) {
        String permission = field.definition().write();
        return mayRead(actor, field) && (permission == null || actor.may(permission));
    }

    @Override
    public Map<String, Map<String, Object>> read(Work work, Ref kind, Collection<String> ids, Actor actor) {
        return StoreFault.translated(() -> {
            List<CustomField> fields = definitions.of(work, Kinds.of(kind));
            Map<Long, CustomField> shown = byId(fields, actor);
            return shown.isEmpty() || ids.isEmpty() ? Map.of() : values(work, Kinds.of(kind), ids, shown);
        });
    }

    private Map<Long, CustomField> byId(List<CustomField> fields, Actor actor) {
        return fields.stream()
                .filter(field -> mayRead(actor, field))
                .collect(Collectors.toMap(field -> Tsid.parse(field.id()), Function.identity()));
    }

    /** The values by record and name. */
    static Map<String, Map<String, Object>> values(
            Work work, String kind, Collection<String> ids, Map<Long, CustomField> shown) throws SQLException {
        Map<String, Map<String, Object>> all = new HashMap<>();
        for (ValueStore.Stored stored : ValueStore.of(work, kind, ids)) {
            CustomField field = shown.get(stored.field());
            if (field != null) {
                Map<String, Object> record = all.computeIfAbsent(stored.record(), any -> new LinkedHashMap<>());
                put(record, field, FieldValue.read(field.definition().type(), stored.text()));
            }
        }
        return all;
    }

    private static void put(Map<String, Object> record, CustomField field, Object value) {
        String name = field.definition().name();
        if (field.definition().type() == FieldType.MULTI_CHOICE) {
            record.merge(name, List.of(value), ValueWriter::joined);
        } else {
            record.put(name, value);
        }
    }

    @Override
    public Map<String, Object> write(Work work, Ref record, Map<String, Object> values, Actor actor, Fields faults) {
        return StoreFault.translated(() -> {
            List<CustomField> fields = definitions.fresh(work, Kinds.of(record));
            return new ValueWriter(work, record, byId(fields, actor), field -> mayWrite(actor, field))
                    .write(values == null ? Map.of() : values, faults);
        });
    }

    @Override
    public Map<String, Object> write(Work work, Ref record, Map<String, Object> values, Actor actor) {
        Fields faults = new Fields();
        Map<String, Object> before = write(work, record, values, actor, faults);
        faults.orReject("platform.custom.invalid");
        return before;
    }

    @Override
    public Optional<Lookup> lookup(Ref kind, String name, Actor actor) {
        return definitions(kind).stream()
                .filter(field -> field.definition().name().equals(name) && mayRead(actor, field))
                .findFirst()
                .map(FieldLookup::of);
    }
}
