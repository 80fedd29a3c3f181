package org.colonnade.crm.internal.store;

import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.colonnade.crm.internal.domain.ContentCheck;
import org.colonnade.crm.internal.domain.PhoneRule;
import org.colonnade.crm.internal.domain.match.MatchPolicy;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.store.Work;

/** Looks at parties as they are now: brings their keys and their suspected pairs up to date, and merges those that are surely one. */
public final class DuplicateLook {

    private static final String ACTOR = "platform:system:auto-merge";

    private final DuplicateStore duplicates;
    private final Merger merger;
    private final Supplier<MatchPolicy> policy;
    private final FactMemory memory;

    public DuplicateLook(
            PartyStore parties,
            Supplier<PhoneRule> phones,
            Supplier<ContentCheck> check,
            Supplier<MatchPolicy> policy,
            FactMemory memory) {
        this.duplicates = new DuplicateStore(parties, policy);
        this.merger = new Merger(parties, phones, check);
        this.policy = policy;
        this.memory = memory;
    }

    /**
     * What was seen.
     *
     * @param compared how many pairs were compared
     * @param skipped how many keys were shared by too many
     * @param found how many pairs are new
     * @param merged how many were merged
     */
    public record Seen(long compared, long skipped, int found, int merged) {}

    /** Looks, in a transaction that has not changed any party; doing it twice changes nothing. */
    public Seen at(Work work, Collection<Long> parties) throws SQLException {
        Suspects.Found found = Suspects.of(work, parties, policy.get(), memory);
        int pairs = duplicates.keep(work, parties, found.byParty());
        int merged = 0;
        for (Map.Entry<Long, Long> pair : found.sure().entrySet()) {
            PartyStore.forget(work);
            merged += merge(work, pair.getKey(), pair.getValue()) ? 1 : 0;
        }
        return new Seen(found.compared(), found.skipped(), pairs, merged);
    }

    /** The older one survives. Whoever somebody has decided about, or cannot be merged, is left to the review. */
    private boolean merge(Work work, long one, long other) throws SQLException {
        if (duplicates.contested(work, one) || duplicates.contested(work, other)) {
            return false;
        }
        try {
            merger.merge(work, Math.min(one, other), Set.of(Math.max(one, other)), Map.of(), ACTOR);
            return true;
        } catch (Problem refused) {
            return false;
        }
    }
}
