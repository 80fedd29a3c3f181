package org.colonnade.crm.internal.invariant;

import java.util.List;
import org.colonnade.crm.internal.deal.DealAudit;
import org.colonnade.platform.api.Invariant;
import org.colonnade.platform.api.store.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What ended, ended on a day. */
@Component(service = Invariant.class)
public class ClosedHasADay implements Invariant {

    private final Tx tx;

    @Activate
    public ClosedHasADay(@Reference(target = "(module=crm)") Tx tx) {
        this.tx = tx;
    }

    @Override
    public String name() {
        return "crm.closed-has-a-day";
    }

    @Override
    public String statement() {
        return "An opportunity that is won or lost has the day of its close, one that is open has none; a lost one has a reason.";
    }

    @Override
    public List<String> counterExamples(int limit) {
        return tx.read(work -> DealAudit.undated(work, limit));
    }
}
