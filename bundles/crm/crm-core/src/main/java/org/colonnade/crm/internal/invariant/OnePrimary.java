package org.colonnade.crm.internal.invariant;

import java.util.List;
import org.colonnade.crm.internal.store.Audit;
import org.colonnade.platform.api.Invariant;
import org.colonnade.platform.api.store.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One way to reach a party comes first. */
@Component(service = Invariant.class)
public class OnePrimary implements Invariant {

    private final Tx tx;

    @Activate
    public OnePrimary(@Reference(target = "(module=crm)") Tx tx) {
        this.tx = tx;
    }

    @Override
    public String name() {
        return "crm.one-primary";
    }

    @Override
    public String statement() {
        return "Of a party's contact points of one type exactly one is the primary one.";
    }

    @Override
    public List<String> counterExamples(int limit) {
        return tx.read(work -> Audit.primaries(work, limit));
    }
}
