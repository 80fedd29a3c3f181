package org.colonnade.crm.internal.privacy;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.colonnade.crm.internal.store.PersonTraces;
import org.colonnade.crm.internal.store.StoredParty;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.privacy.ImportedRecords;
import org.colonnade.platform.api.store.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** By which imports of address books parties came; an item keeps its party when that is erased. */
@Component
public final class ImportedParties implements ImportedRecords {

    private final Tx tx;

    @Activate
    public ImportedParties(@Reference(target = "(module=crm)") Tx tx) {
        this.tx = tx;
    }

    @Override
    public Set<String> jobs(Collection<String> jobs, Collection<Ref> records) {
        List<Long> parties =
                records.stream().map(StoredParty::id).filter(id -> id >= 0).toList();
        return parties.isEmpty() ? Set.of() : tx.read(work -> PersonTraces.jobs(work, jobs, parties));
    }
}
