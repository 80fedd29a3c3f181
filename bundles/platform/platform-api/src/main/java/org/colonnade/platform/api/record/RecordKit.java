package org.colonnade.platform.api.record;

import java.util.List;
import org.colonnade.platform.api.Module;
import org.colonnade.platform.api.store.Tx;
import org.osgi.annotation.versioning.ProviderType;

/** The platform's upkeep of records. A function gets a desk for each kind that it declares, and its module names the kinds. */
@ProviderType
public interface RecordKit {

    /**
     * The upkeep of a kind, over the function's own transactions.
     *
     * @throws IllegalStateException if the table does not have the columns that the kind declares; says which
     */
    <V extends Record, D extends Record> RecordDesk<V, D> desk(RecordKind<V, D> kind, Tx tx);

    /** What answers for the kinds that a module declares: list, read, create, change, archive, history, bulk, import, export and more. */
    List<Object> resources(Module module);
}
