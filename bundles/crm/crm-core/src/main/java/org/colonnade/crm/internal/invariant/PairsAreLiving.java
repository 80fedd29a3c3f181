package org.colonnade.crm.internal.invariant;

import java.util.List;
import org.colonnade.crm.internal.store.Audit;
import org.colonnade.platform.api.Invariant;
import org.colonnade.platform.api.store.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Nobody is asked about a party that is part of another one. */
@Component(service = Invariant.class)
public class PairsAreLiving implements Invariant {

    private final Tx tx;

    @Activate
    public PairsAreLiving(@Reference(target = "(module=crm)") Tx tx) {
        this.tx = tx;
    }

    @Override
    public String name() {
        return "crm.pairs-are-living";
    }

    @Override
    public String statement() {
        return "The two of an open pair of suspected duplicates both stand by themselves.";
    }

    @Override
    public List<String> counterExamples(int limit) {
        return tx.read(work -> Audit.deadPairs(work, limit));
    }
}
