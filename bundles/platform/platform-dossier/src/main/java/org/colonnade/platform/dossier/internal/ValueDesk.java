package org.colonnade.platform.dossier.internal;

import java.util.List;
import java.util.Map;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.dossier.CustomFields;
import org.colonnade.platform.api.dossier.event.CustomValuesChanged;
import org.colonnade.platform.api.store.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The custom values of one record on somebody's behalf, who must be able to reach it. */
@Component(service = ValueDesk.class)
public final class ValueDesk {

    private final Tx tx;
    private final CustomFields fields;
    private final Records records;

    @Activate
    public ValueDesk(
            @Reference(target = "(module=dossier)") Tx tx, @Reference CustomFields fields, @Reference Records records) {
        this.tx = tx;
        this.fields = fields;
        this.records = records;
    }

    public Map<String, Object> of(Actor actor, Ref ref) {
        actor.require(DossierModule.READ);
        Ref record = records.read(actor, ref);
        return tx.read(work -> fields.read(work, record, List.of(record.id()), actor))
                .getOrDefault(record.id(), Map.of());
    }

    public Map<String, Object> set(Actor actor, Ref ref, Map<String, Object> values) {
        actor.require(DossierModule.CHANGE);
        Ref record = records.change(actor, ref);
        return tx.write(work -> {
            Map<String, Object> before = fields.write(work, record, values, actor);
            if (!before.isEmpty()) {
                work.publish(new CustomValuesChanged(record, List.copyOf(before.keySet())));
            }
            return fields.read(work, record, List.of(record.id()), actor).getOrDefault(record.id(), Map.of());
        });
    }
}
