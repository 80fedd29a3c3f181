package org.colonnade.crm.internal.lead;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.colonnade.crm.api.lead.AssignmentRule;
import org.colonnade.crm.api.lead.AssignmentRuleDraft;
import org.colonnade.crm.api.lead.CapacityDraft;
import org.colonnade.crm.api.lead.Lead;
import org.colonnade.crm.api.lead.LeadDraft;
import org.colonnade.crm.api.lead.Strategy;
import org.colonnade.crm.internal.Office;
import org.colonnade.crm.internal.assign.Colleagues;
import org.colonnade.crm.internal.assign.StoredAssignments;
import org.colonnade.crm.internal.deal.Deals;
import org.colonnade.crm.internal.deal.StoredOpportunityDesk;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.security.Accounts;
import org.colonnade.platform.records.internal.Companions;
import org.colonnade.platform.records.internal.KeptRecords;
import org.colonnade.platform.records.internal.rights.FieldRights;
import org.colonnade.testkit.TestDatabase;

/** All desks of leads on one database. */
public final class LeadOffice {

    public static final Actor ACTOR = Office.ACTOR;

    public final Office office;
    public final KeptRecords kit;
    public final LeadRecords records;
    public final StoredAssignments assignments;
    public final StoredLeadDesk desk;

    public LeadOffice(TestDatabase database) {
        this(database, null);
    }

    /** @param users who works here; null for everybody */
    public LeadOffice(TestDatabase database, Set<String> users) {
        this(database, users, new Companions());
    }

    public LeadOffice(TestDatabase database, Set<String> users, Companions companions) {
        office = new Office(database);
        kit = new KeptRecords(new FieldRights(database.tx("records")), companions);
        Colleagues colleagues = new Colleagues(users == null ? null : accounts(users), Clock.systemUTC());
        records = new LeadRecords(kit, office.tx, colleagues);
        assignments = new StoredAssignments(office.tx, records, colleagues);
        Deals deals = new Deals(kit, office.tx, office.directory);
        desk = new StoredLeadDesk(
                office.tx,
                records,
                office.desk,
                office.directory,
                office.settings,
                new StoredOpportunityDesk(office.tx, deals));
    }

    private static Accounts accounts(Set<String> users) {
        return (Accounts) Proxy.newProxyInstance(
                LeadOffice.class.getClassLoader(), new Class<?>[] {Accounts.class}, (proxy, method, arguments) -> {
                    if (!users.contains((String) arguments[0])) {
                        throw NotFound.of("platform", "user", "x");
                    }
                    return new Accounts.User("1", (String) arguments[0], "x", Set.of(), true, Instant.EPOCH, 1);
                });
    }

    public Kept<Lead> add(String name, String source) {
        return records.leads()
                .create(ACTOR, new LeadDraft(name, null, null, null, null, source, null, null, null, null, null));
    }

    public Lead lead(String id) {
        return records.leads().read(ACTOR, id).value();
    }

    public Kept<AssignmentRule> rule(int place, Strategy strategy, Integer timeout, String... users) {
        return records.assignmentRules()
                .create(
                        ACTOR,
                        new AssignmentRuleDraft(
                                "rule " + place, place, null, List.of(users), null, null, strategy, timeout, true));
    }

    public void capacity(String user, int weight, Integer most) {
        records.capacities()
                .create(ACTOR, new CapacityDraft(user, List.of("sales"), weight, most, null, null, null, null));
    }
}
