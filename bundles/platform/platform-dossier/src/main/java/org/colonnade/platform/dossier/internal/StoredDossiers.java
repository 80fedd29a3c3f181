package org.colonnade.platform.dossier.internal;

import java.util.List;
import java.util.Map;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.dossier.Dossiers;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.dossier.internal.store.StoreFault;
import org.colonnade.platform.dossier.internal.store.WholeStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Dossiers as a whole, in the transaction of whoever merges or erases the record. */
@Component(service = Dossiers.class)
public final class StoredDossiers implements Dossiers {

    /** @param tablesAreThere is not used: with this service the tables are in the version that is needed */
    @Activate
    public StoredDossiers(@Reference(target = "(module=dossier)") Tx tablesAreThere) {
        this();
    }

    StoredDossiers() {}

    @Override
    public List<Ref> move(Work work, Ref from, Ref to) {
        return StoreFault.translated(() -> WholeStore.move(work, from, to));
    }

    @Override
    public void moveBack(Work work, List<Ref> moved, Ref from, Ref to) {
        StoreFault.translated(() -> {
            WholeStore.move(work, moved, from, to);
            return null;
        });
    }

    @Override
    public Map<String, Long> counts(Work work, Ref record) {
        return StoreFault.translated(() -> WholeStore.counts(work, record));
    }

    @Override
    public Map<String, Long> erase(Work work, Ref record) {
        return StoreFault.translated(() -> WholeStore.erase(work, record));
    }
}
