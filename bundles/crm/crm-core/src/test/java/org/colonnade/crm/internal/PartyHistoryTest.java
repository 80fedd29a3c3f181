package org.colonnade.crm.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.colonnade.crm.api.Party;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.internal.rest.PartyHistory;
import org.colonnade.crm.internal.store.PartyTrail;
import org.colonnade.platform.api.audit.AuditLog;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Test;

/** Every version of a party is written down with the change that made it, and can come back. */
public class PartyHistoryTest extends OnEachDatabase {

    private static PartyDraft buyer(PartyDraft d) {
        return new PartyDraft(
                d.kind(),
                d.displayName(),
                d.name(),
                d.organisation(),
                d.unit(),
                "Buyer",
                d.role(),
                d.birthday(),
                d.language(),
                d.timeZone(),
                d.contactPoints(),
                d.tags(),
                d.identifiers());
    }

    @Test
    public void everyVersionIsWrittenDownAndCanComeBack() {
        Office office = new Office(database());
        AuditLog audit = database().auditLog();
        Party made = office.person("Malee", "Srisuk");
        Party changed = office.desk.change(Office.ACTOR, made.id(), version -> {}, PartyHistoryTest::buyer);
        List<PartyHistory.Version> versions = new PartyHistory(office.directory, office.desk, audit)
                .list(made.id(), null, null, Office.ACTOR)
                .items();
        assertEquals(
                List.of(changed.version(), made.version()),
                versions.stream().map(PartyHistory.Version::version).toList());
        assertEquals(
                List.of("changed", "created"),
                versions.stream().map(PartyHistory.Version::action).toList());
        assertEquals(
                List.of(new PartyHistory.FieldChange("jobTitle", null, "Buyer")),
                versions.get(0).changes());
        PartyDraft older = audit.snapshot(made.ref(), made.version())
                .map(PartyTrail::draft)
                .orElseThrow();
        Party back = office.desk.change(Office.ACTOR, made.id(), version -> {}, draft -> older);
        assertEquals(made.draft(), back.draft());
    }

    @Test
    public void puttingAwayIsWrittenDownToo() {
        Office office = new Office(database());
        Party made = office.person("Malee", "Srisuk");
        office.desk.archive(Office.ACTOR, made.id(), version -> {});
        Party back = office.desk.restore(Office.ACTOR, made.id());
        List<PartyHistory.Version> versions = new PartyHistory(
                        office.directory, office.desk, database().auditLog())
                .list(made.id(), null, null, Office.ACTOR)
                .items();
        assertEquals(
                List.of("restored", "archived", "created"),
                versions.stream().map(PartyHistory.Version::action).toList());
        assertEquals(back.version(), versions.get(0).version());
        assertTrue(database().auditLog().verify().holds());
    }
}
