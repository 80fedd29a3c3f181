package org.colonnade.crm.internal.lead;

import java.util.List;
import org.colonnade.crm.internal.rest.LeadAssign;
import org.colonnade.crm.internal.rest.LeadAssignments;
import org.colonnade.crm.internal.rest.LeadScores;
import org.colonnade.crm.internal.rest.LeadVerbs;
import org.colonnade.platform.api.Permission;
import org.colonnade.platform.api.record.RecordDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What crm presents of leads: their records, resources and permissions. */
@Component(service = LeadFront.class)
public class LeadFront {

    private final LeadRecords records;
    private final List<Object> resources;

    @Activate
    public LeadFront(
            @Reference LeadRecords records,
            @Reference LeadVerbs verbs,
            @Reference LeadScores scores,
            @Reference LeadAssign assign,
            @Reference LeadAssignments assignments) {
        this.records = records;
        this.resources = List.of(verbs, scores, assign, assignments);
    }

    /** What people may be allowed here. */
    public static List<Permission> permissions() {
        return LeadRecords.permissions();
    }

    /** The records. */
    public List<RecordDesk<?, ?>> desks() {
        return records.desks();
    }

    /** The resources. */
    public List<Object> resources() {
        return resources;
    }
}
