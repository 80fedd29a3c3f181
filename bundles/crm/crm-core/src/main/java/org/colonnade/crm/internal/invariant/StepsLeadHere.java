package org.colonnade.crm.internal.invariant;

import java.util.List;
import org.colonnade.crm.internal.deal.DealAudit;
import org.colonnade.platform.api.Invariant;
import org.colonnade.platform.api.store.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The history of an opportunity ends where it is. */
@Component(service = Invariant.class)
public class StepsLeadHere implements Invariant {

    private final Tx tx;

    @Activate
    public StepsLeadHere(@Reference(target = "(module=crm)") Tx tx) {
        this.tx = tx;
    }

    @Override
    public String name() {
        return "crm.steps-lead-here";
    }

    @Override
    public String statement() {
        return "The last step of every opportunity names its pipeline, stage and state, and forecasts count it as it is.";
    }

    @Override
    public List<String> counterExamples(int limit) {
        return tx.read(work -> DealAudit.astray(work, limit));
    }
}
