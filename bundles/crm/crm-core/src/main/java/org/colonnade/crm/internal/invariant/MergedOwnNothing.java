package org.colonnade.crm.internal.invariant;

import java.util.List;
import org.colonnade.crm.internal.store.Audit;
import org.colonnade.platform.api.Invariant;
import org.colonnade.platform.api.store.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whoever asks for a merged party is sent on, and misses nothing. */
@Component(service = Invariant.class)
public class MergedOwnNothing implements Invariant {

    private final Tx tx;

    @Activate
    public MergedOwnNothing(@Reference(target = "(module=crm)") Tx tx) {
        this.tx = tx;
    }

    @Override
    public String name() {
        return "crm.merged-own-nothing";
    }

    @Override
    public String statement() {
        return "A party that is part of another one owns no contact points, identifiers, tags, notes or relationships, and no search finds it.";
    }

    @Override
    public List<String> counterExamples(int limit) {
        return tx.read(work -> Audit.merged(work, limit));
    }
}
