package org.colonnade.crm.internal.lead;

import java.util.List;
import java.util.stream.Stream;
import org.colonnade.crm.internal.capture.CaptureFront;
import org.colonnade.crm.internal.rest.LeadAssign;
import org.colonnade.crm.internal.rest.LeadAssignments;
import org.colonnade.crm.internal.rest.LeadScores;
import org.colonnade.crm.internal.rest.LeadVerbs;
import org.colonnade.platform.api.Permission;
import org.colonnade.platform.api.record.RecordDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What crm presents of leads, and of the forms that bring them: records, resources and permissions. */
@Component(service = LeadFront.class)
public class LeadFront {

    private final LeadRecords records;
    private final CaptureFront capture;
    private final List<Object> resources;

    @Activate
    public LeadFront(
            @Reference LeadRecords records,
            @Reference LeadVerbs verbs,
            @Reference LeadScores scores,
            @Reference LeadAssign assign,
            @Reference LeadAssignments assignments,
            @Reference CaptureFront capture) {
        this.records = records;
        this.capture = capture;
        this.resources = Stream.concat(
                        Stream.of(verbs, scores, assign, assignments), capture.resources().stream())
                .toList();
    }

    /** What people may be allowed here. */
    public static List<Permission> permissions() {
        return Stream.concat(LeadRecords.permissions().stream(), CaptureFront.permissions().stream())
                .toList();
    }

    /** The records. */
    public List<RecordDesk<?, ?>> desks() {
        return Stream.<RecordDesk<?, ?>>concat(records.desks().stream(), capture.desks().stream())
                .toList();
    }

    /** The resources. */
    public List<Object> resources() {
        return resources;
    }
}
