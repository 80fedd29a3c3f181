package org.colonnade.crm.internal.invariant;

import java.util.List;
import org.colonnade.crm.internal.role.RoleAudit;
import org.colonnade.platform.api.Invariant;
import org.colonnade.platform.api.store.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a party is to the company is said once for each day, and lists know it as the records say it. */
@Component(service = Invariant.class)
public class RolesStandApart implements Invariant {

    private final Tx tx;

    @Activate
    public RolesStandApart(@Reference(target = "(module=crm)") Tx tx) {
        this.tx = tx;
    }

    @Override
    public String name() {
        return "crm.roles-stand-apart";
    }

    @Override
    public String statement() {
        return "No day has the same role of one contact twice, and lists of contacts are filtered by the roles that their records say.";
    }

    @Override
    public List<String> counterExamples(int limit) {
        return tx.read(work -> RoleAudit.faults(work, limit));
    }
}
