package org.colonnade.crm.internal.reaction;

import java.sql.SQLException;
import java.util.List;
import org.colonnade.crm.internal.lead.LeadRecords;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.dossier.event.CustomValuesChanged;
import org.colonnade.platform.api.event.Reaction;
import org.colonnade.platform.api.store.Work;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looks again at the score of a lead whose custom fields were changed by themselves. */
@Component(service = Reaction.class)
public class LeadRescore implements Reaction<CustomValuesChanged> {

    private final LeadRecords leads;

    @Activate
    public LeadRescore(@Reference LeadRecords leads) {
        this.leads = leads;
    }

    @Override
    public String name() {
        return "crm.lead-rescore";
    }

    @Override
    public String module() {
        return "crm";
    }

    @Override
    public List<Class<? extends CustomValuesChanged>> events() {
        return List.of(CustomValuesChanged.class);
    }

    /** What counts is how the lead is now; so a second time changes nothing. */
    @Override
    public void react(CustomValuesChanged event, Work work) throws SQLException {
        Ref record = event.record();
        if (record.module().equals("crm") && record.type().equals("lead")) {
            leads.rescore(work, record.id());
        }
    }
}
