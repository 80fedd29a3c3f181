package org.colonnade.platform.records.internal;

import java.util.Map;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.audit.AuditLog;
import org.colonnade.platform.api.dossier.CustomFields;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordDesk;

/** What the resources of the kit do with records, for tests of functions. */
public final class Kit {

    private Kit() {}

    /** The services that go with records, custom fields among them. */
    public static Companions companions(CustomFields fields) {
        Companions companions = new Companions();
        companions.customFields = fields;
        return companions;
    }

    /** The services that go with records, the log of changes among them. */
    public static Companions companions(AuditLog audit) {
        Companions companions = new Companions();
        companions.audit = audit;
        return companions;
    }

    /** Goes back to an older version of a record. */
    public static <V extends Record, D extends Record> void goBack(
            RecordDesk<V, D> desk, AuditLog audit, Actor actor, String id, long version) {
        new RecordHistory<>((Upkeep<V, D>) desk, companions(audit)).restore(id, version, "*", actor);
    }

    /** Adds a record with custom fields. */
    public static <V extends Record, D extends Record> Kept<V> create(
            RecordDesk<V, D> desk, Actor actor, D draft, Map<String, Object> custom) {
        return ((Upkeep<V, D>) desk).create(actor, draft, new Extras(custom, null));
    }

    /** Changes the custom fields of a record and nothing else. */
    public static <V extends Record, D extends Record> Kept<V> change(
            RecordDesk<V, D> desk, Actor actor, String id, Map<String, Object> custom) {
        return ((Upkeep<V, D>) desk)
                .change(actor, id, version -> {}, (before, work) -> before, new Extras(custom, null));
    }
}
