package org.colonnade.crm.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.colonnade.crm.api.Merge;
import org.colonnade.crm.api.MergeRequest;
import org.colonnade.crm.api.Party;
import org.colonnade.crm.api.RevertRequest;
import org.colonnade.crm.internal.privacy.PartyPersonalData;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.audit.Entry;
import org.colonnade.platform.api.privacy.ErasureContext;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Test;

public class PartyTrailTest extends OnEachDatabase {

    private Office office;

    @Before
    public void open() {
        office = new Office(database());
    }

    @Test
    public void mergesAndTheWayBackAreVersionsOfEveryParty() {
        Party ann = office.person("Ann", "Lee");
        Party anne = office.person("Anne", "Lee");
        Merge merge = office.merges.merge(Office.ACTOR, new MergeRequest(ann.id(), List.of(anne.id()), Map.of()));
        assertEquals(List.of("created 1", "merged 2"), told(ann));
        assertEquals(List.of("created 1", "merged 2"), told(anne));
        office.merges.revert(Office.ACTOR, merge.id(), new RevertRequest(Map.of()));
        assertEquals("unmerged", last(ann).split(" ")[0]);
        assertEquals("unmerged", last(anne).split(" ")[0]);
    }

    @Test
    public void importsAreInTheHistory() {
        office.cards("BEGIN:VCARD\r\nVERSION:4.0\r\nUID:urn:uuid:1\r\nFN:Ann Lee\r\nEND:VCARD\r\n");
        Party ann = office.all(org.colonnade.crm.api.PartyQuery.ALL).get(0);
        office.cards("BEGIN:VCARD\r\nVERSION:4.0\r\nUID:urn:uuid:1\r\nFN:Ann Lee\r\nTITLE:Buyer\r\nEND:VCARD\r\n");
        assertEquals(List.of("created 1", "changed 2"), told(ann));
        assertTrue(says(ann, 2).contains("Buyer"));
    }

    @Test
    public void anErasureLeavesNothingOfThePersonInAnyVersion() {
        Party ann = office.person("Ann", "Lee");
        new PartyPersonalData(
                        office.tx,
                        office.settings,
                        database().redaction(),
                        database().auditLog())
                .erase(ann.ref(), new ErasureContext("test", false, List.of()));
        List<Entry> all = entries(ann);
        assertFalse(
                all.toString(), all.stream().anyMatch(entry -> entry.toString().contains("Lee")));
        assertNull(all.get(0).after());
        assertTrue(told(ann).toString(), last(ann).startsWith("erased"));
    }

    private List<Entry> entries(Party party) {
        database().chainAudit();
        List<Entry> all = new ArrayList<>(database()
                .auditLog()
                .history(party.ref(), PageRequest.of(100, null))
                .items());
        Collections.reverse(all);
        return all;
    }

    private List<String> told(Party party) {
        return entries(party).stream()
                .map(entry -> entry.action() + ' ' + entry.version())
                .toList();
    }

    private String last(Party party) {
        List<String> all = told(party);
        return all.get(all.size() - 1);
    }

    private String says(Party party, long version) {
        return database().auditLog().snapshot(party.ref(), version).orElseThrow();
    }
}
