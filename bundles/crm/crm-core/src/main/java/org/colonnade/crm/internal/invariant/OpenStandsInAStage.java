package org.colonnade.crm.internal.invariant;

import java.util.List;
import org.colonnade.crm.internal.deal.DealAudit;
import org.colonnade.crm.internal.deal.Deals;
import org.colonnade.platform.api.Invariant;
import org.colonnade.platform.api.store.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Nothing stands outside its pipeline. */
@Component(service = Invariant.class)
public class OpenStandsInAStage implements Invariant {

    private final Tx tx;
    private final Deals deals;

    @Activate
    public OpenStandsInAStage(@Reference(target = "(module=crm)") Tx tx, @Reference Deals deals) {
        this.tx = tx;
        this.deals = deals;
    }

    @Override
    public String name() {
        return "crm.open-stands-in-a-stage";
    }

    @Override
    public String statement() {
        return "Every opportunity stands in a stage of its pipeline.";
    }

    @Override
    public List<String> counterExamples(int limit) {
        return tx.read(work -> DealAudit.outside(work, deals.pipelines(), limit));
    }
}
