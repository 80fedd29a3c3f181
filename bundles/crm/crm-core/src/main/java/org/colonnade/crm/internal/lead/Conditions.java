package org.colonnade.crm.internal.lead;

import java.time.Instant;
import org.colonnade.crm.api.lead.Lead;
import org.colonnade.crm.api.lead.LeadDraft;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordDesk;

/** The conditions that people write down, asked of what a lead says. */
public final class Conditions {

    private static final Instant EVER = Instant.EPOCH;

    private RecordDesk<Lead, LeadDraft> leads;

    /** Whose language the conditions speak; once, before anything is asked. */
    void of(RecordDesk<Lead, LeadDraft> desk) {
        leads = desk;
    }

    /** @throws Problem {@code platform.filter.invalid}, {@code platform.filter.unknown-field} */
    public void check(String condition) {
        if (condition != null && !condition.isBlank()) {
            leads.holds(condition, kept(nobody()));
        }
    }

    /** Whether a condition holds; none at all always does, and one that a new release does not understand any more never does. */
    public boolean holds(String condition, Lead lead) {
        if (condition == null || condition.isBlank()) {
            return true;
        }
        try {
            return leads.holds(condition, kept(lead));
        } catch (Problem notUnderstoodAnyMore) {
            return false;
        }
    }

    private static Kept<Lead> kept(Lead lead) {
        return new Kept<>("0000000000000", 1, false, EVER, "platform:system:rules", EVER, "platform:system:rules", lead);
    }

    private static Lead nobody() {
        return new Lead(
                null, null, null, null, null, null, null, null, null, null, null, null, null, 0, null, null, null, null,
                EVER, null, null, null, null);
    }
}
