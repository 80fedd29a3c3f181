package org.colonnade.platform.records.internal;

import java.util.ArrayList;
import java.util.List;
import org.colonnade.platform.api.Module;
import org.colonnade.platform.api.record.RecordDesk;
import org.colonnade.platform.api.record.RecordKind;
import org.colonnade.platform.api.record.RecordKit;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.records.internal.rights.FieldRights;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The record kit, as a service. */
@Component(service = RecordKit.class)
public final class KeptRecords implements RecordKit {

    private final FieldRights rights;
    private final Companions companions;
    private final SavedViews views;

    /** With the views of lists that people have saved. */
    @Activate
    public KeptRecords(@Reference FieldRights rights, @Reference Companions companions, @Reference SavedViews views) {
        this.rights = rights;
        this.companions = companions;
        this.views = views;
    }

    /** Without views. */
    public KeptRecords(FieldRights rights, Companions companions) {
        this(rights, companions, null);
    }

    @Override
    public <V extends Record, D extends Record> RecordDesk<V, D> desk(RecordKind<V, D> kind, Tx tx) {
        return new Upkeep<>(kind, tx, rights, companions);
    }

    @Override
    public List<Object> resources(Module module) {
        List<Object> all = new ArrayList<>();
        for (RecordDesk<?, ?> desk : module.records()) {
            if (desk instanceof Upkeep<?, ?> upkeep) {
                all.addAll(resources(upkeep));
            }
        }
        return all;
    }

    private <V extends Record, D extends Record> List<Object> resources(Upkeep<V, D> upkeep) {
        return List.of(
                new RecordResource<>(upkeep, views),
                new RecordBulk<>(upkeep),
                new RecordHistory<>(upkeep, companions),
                new RecordFiles<>(upkeep, companions));
    }
}
