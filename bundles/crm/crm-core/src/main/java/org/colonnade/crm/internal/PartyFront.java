package org.colonnade.crm.internal;

import java.util.List;
import org.colonnade.crm.internal.access.ReadLog;
import org.colonnade.crm.internal.rest.PartyContactPoints;
import org.colonnade.crm.internal.rest.PartyReaders;
import org.colonnade.crm.internal.rest.PartyResolutions;
import org.colonnade.crm.internal.rest.PartyRoles;
import org.colonnade.crm.internal.role.RoleRecords;
import org.colonnade.platform.api.Permission;
import org.colonnade.platform.api.record.RecordDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What crm presents of parties beside their upkeep. */
@Component(service = PartyFront.class)
public class PartyFront {

    private final RoleRecords roles;
    private final List<Object> resources;

    @Activate
    public PartyFront(
            @Reference RoleRecords roles,
            @Reference PartyResolutions resolutions,
            @Reference PartyReaders readers,
            @Reference PartyContactPoints points,
            @Reference PartyRoles partyRoles) {
        this.roles = roles;
        this.resources = List.of(resolutions, readers, points, partyRoles);
    }

    /** What people may be allowed here. */
    public static List<Permission> permissions() {
        return List.of(Permission.of(ReadLog.READ, "See who has looked at a contact", "ดูว่าใครเปิดดูข้อมูลผู้ติดต่อ"));
    }

    /** The records. */
    public List<RecordDesk<?, ?>> desks() {
        return List.of(roles.desk());
    }

    /** The resources. */
    public List<Object> resources() {
        return resources;
    }
}
