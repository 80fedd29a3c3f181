package org.colonnade.crm.internal.sweep;

import java.util.List;
import org.colonnade.crm.internal.assign.StoredAssignments;
import org.colonnade.crm.internal.capture.Captures;
import org.colonnade.crm.internal.capture.Handover;
import org.colonnade.crm.internal.lead.LeadRecords;
import org.colonnade.platform.api.store.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Does every few seconds what time has made due: scores fade, leads that nobody has contacted go on, what was not confirmed is removed,
 * links are handed over. In small transactions that skip what another node has locked. Links have a thread of their own, because
 * whoever takes them may be slow.
 */
@Component(service = LeadSweep.class, immediate = true)
public class LeadSweep {

    private final Round leads;
    private final Round links;

    @Activate
    public LeadSweep(
            @Reference(target = "(module=crm)") Tx tx,
            @Reference LeadRecords leads,
            @Reference StoredAssignments assignments,
            @Reference Captures captures,
            @Reference Handover handover) {
        this.leads =
                new Round("colonnade-crm-sweep", tx, List.of(leads::rescore, assignments::again, captures::expire));
        this.links = new Round("colonnade-crm-links", tx, List.of(handover::next));
        this.leads.begin();
        this.links.begin();
    }

    /** Everything that is due now. */
    void sweep() {
        leads.go();
        links.go();
    }

    @Deactivate
    void close() {
        links.close();
        leads.close();
    }
}
