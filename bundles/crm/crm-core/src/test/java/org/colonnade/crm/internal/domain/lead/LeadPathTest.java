package org.colonnade.crm.internal.domain.lead;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.time.Instant;
import java.util.Map;
import org.colonnade.crm.api.lead.Lead;
import org.colonnade.crm.api.lead.LeadState;
import org.colonnade.crm.internal.domain.lead.LeadPath.Step;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.problem.Conflict;
import org.junit.Test;

public class LeadPathTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    /** The only steps that lead somewhere; {@code contacted} where it matters. */
    private static final Map<String, LeadState> TABLE = Map.ofEntries(
            Map.entry("NEW CONTACT false", LeadState.CONTACTED),
            Map.entry("NEW CONTACT true", LeadState.CONTACTED),
            Map.entry("CONTACTED QUALIFY false", LeadState.QUALIFIED),
            Map.entry("CONTACTED QUALIFY true", LeadState.QUALIFIED),
            Map.entry("QUALIFIED CONVERT false", LeadState.CONVERTED),
            Map.entry("QUALIFIED CONVERT true", LeadState.CONVERTED),
            Map.entry("NEW DISQUALIFY false", LeadState.DISQUALIFIED),
            Map.entry("NEW DISQUALIFY true", LeadState.DISQUALIFIED),
            Map.entry("CONTACTED DISQUALIFY false", LeadState.DISQUALIFIED),
            Map.entry("CONTACTED DISQUALIFY true", LeadState.DISQUALIFIED),
            Map.entry("QUALIFIED DISQUALIFY false", LeadState.DISQUALIFIED),
            Map.entry("QUALIFIED DISQUALIFY true", LeadState.DISQUALIFIED),
            Map.entry("DISQUALIFIED REOPEN false", LeadState.NEW),
            Map.entry("DISQUALIFIED REOPEN true", LeadState.CONTACTED));

    @Test
    public void everyStepFromEveryStateLeadsWhereTheTableSays() {
        for (LeadState from : LeadState.values()) {
            for (Step step : Step.values()) {
                for (boolean contacted : new boolean[] {false, true}) {
                    String key = from + " " + step + ' ' + contacted;
                    assertEquals(key, TABLE.get(key), LeadPath.next(from, step, contacted));
                    look(lead(from, contacted), step, TABLE.get(key));
                }
            }
        }
    }

    private static void look(Lead lead, Step step, LeadState to) {
        if (to == null) {
            Conflict no = assertThrows(Conflict.class, () -> LeadPath.walk(lead, step, "why", NOW));
            assertEquals("crm.lead.state", no.code());
            return;
        }
        Lead after = LeadPath.walk(lead, step, "why", NOW);
        assertEquals(to, after.state());
        assertEquals(to == LeadState.DISQUALIFIED ? "why" : null, after.reason());
        assertEquals(lead.displayName(), after.displayName());
        assertEquals("who was spoken to stays so", lead.contactedAt() != null || to == LeadState.CONTACTED, after.contactedAt() != null);
    }

    @Test
    public void aConvertedLeadNamesItsParty() {
        Ref party = Ref.of("crm", "party", 7);
        Lead after = LeadPath.converted(lead(LeadState.QUALIFIED, true), party, null, NOW);
        assertEquals(party, after.party());
        assertEquals(NOW, after.convertedAt());
    }

    private static Lead lead(LeadState state, boolean contacted) {
        return new Lead(
                "Ann", "Lee", null, null, null, null, null, null, null, null, null, state,
                state == LeadState.DISQUALIFIED ? "why" : null,
                0, null, null, null, NOW, NOW, contacted ? NOW : null, null, null, null);
    }
}
