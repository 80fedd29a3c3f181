package org.colonnade.crm.internal.lead;

import java.time.Instant;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.Predicate;
import org.colonnade.crm.api.lead.Lead;
import org.colonnade.crm.api.lead.LeadDraft;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.Probe;
import org.colonnade.platform.api.record.RecordDesk;
import org.colonnade.platform.api.record.Turn;
import org.colonnade.platform.api.store.Work;

/**
 * The conditions that people write down, asked of leads: exactly those hold by which a list would show the lead. None at all always holds,
 * and one that nobody understands any more, because a new release or a removed custom field took what it asks for, never does.
 */
public final class Conditions {

    private static final Instant EVER = Instant.EPOCH;

    private RecordDesk<Lead, LeadDraft> leads;

    /** Whose language the conditions speak; once, before anything is asked. */
    void of(RecordDesk<Lead, LeadDraft> desk) {
        leads = desk;
    }

    /** @throws Problem {@code platform.filter.invalid}, {@code platform.filter.unknown-field} */
    public void check(String condition) {
        if (!blank(condition)) {
            leads.holds(condition, kept(nobody()));
        }
    }

    /** Which conditions hold for a lead that is about to be stored. @param value what it says in the end */
    public Predicate<String> of(Turn<Lead> turn, Lead value) {
        return asked(condition -> turn.holds(condition, value));
    }

    /** Which conditions held for it until now; null for a new one. */
    Predicate<String> before(Turn<Lead> turn) {
        return turn.before() == null ? null : asked(turn::held);
    }

    /** Which conditions hold for stored leads. */
    public Function<Kept<Lead>, Predicate<String>> of(Work work, Collection<Kept<Lead>> stored) {
        Probe<Lead> probe = leads.probe(work, stored);
        return lead -> asked(condition -> probe.holds(condition, lead));
    }

    private static Predicate<String> asked(Predicate<String> holds) {
        return condition -> {
            try {
                return blank(condition) || holds.test(condition);
            } catch (Unavailable away) {
                throw away;
            } catch (Problem notUnderstoodAnyMore) {
                return false;
            }
        };
    }

    private static boolean blank(String condition) {
        return condition == null || condition.isBlank();
    }

    private static Kept<Lead> kept(Lead lead) {
        return new Kept<>(
                "0000000000000", 1, false, EVER, "platform:system:rules", EVER, "platform:system:rules", lead);
    }

    private static Lead nobody() {
        return new Lead(
                null, null, null, null, null, null, null, null, null, null, null, null, null, 0, null, null, null, null,
                EVER, null, null, null, null);
    }
}
