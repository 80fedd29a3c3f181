package org.colonnade.crm.internal.demo;

import java.time.LocalDate;
import java.util.List;
import org.colonnade.crm.api.Party;
import org.colonnade.crm.api.PartyDirectory;
import org.colonnade.crm.api.PartyQuery;
import org.colonnade.crm.api.PartyRoleDraft;
import org.colonnade.crm.internal.role.RoleRecords;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.admin.DemoData;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the contacts of the tea company are to it. */
@Component(service = DemoData.class)
public class DemoRoles implements DemoData {

    private static final Actor DEMO = Actor.system("demo");
    private static final List<String> ROLES = List.of("customer", "supplier");
    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);

    private final DemoContacts contacts;
    private final PartyDirectory directory;
    private final RoleRecords roles;

    @Activate
    public DemoRoles(
            @Reference DemoContacts contacts, @Reference PartyDirectory directory, @Reference RoleRecords roles) {
        this.contacts = contacts;
        this.directory = directory;
        this.roles = roles;
    }

    @Override
    public String module() {
        return "crm";
    }

    /** Whoever has a role already keeps what it is. */
    @Override
    public String load() {
        contacts.load();
        int given = 0;
        for (String role : ROLES) {
            List<Party> parties = directory
                    .search(DEMO, new PartyQuery(null, null, role, false), new PageRequest(PageRequest.MAX_LIMIT, null))
                    .items();
            for (Party party : parties) {
                if (roles.of(DEMO, party.id(), null, PageRequest.first())
                        .items()
                        .isEmpty()) {
                    roles.desk().create(DEMO, new PartyRoleDraft(party.ref(), role, SINCE, null, null));
                    given++;
                }
            }
        }
        return given + " roles of its contacts are there now.";
    }
}
