package org.colonnade.crm.internal.domain.lead;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.colonnade.crm.api.lead.AssignmentDecision.CandidateTrace;
import org.colonnade.crm.api.lead.Capacity;
import org.colonnade.crm.api.lead.Strategy;

/** Chooses one of several who may get a lead. */
public final class AssignmentChoice {

    private AssignmentChoice() {}

    /**
     * Somebody who may get it.
     *
     * @param user the sign-in name
     * @param capacity what they can take on, or null where nothing is written down
     * @param open how many open leads they have
     * @param lastAt when they last got one, or null
     * @param known whether they may still sign in
     */
    public record Candidate(String user, Capacity capacity, int open, Instant lastAt, boolean known) {

        int weight() {
            return capacity == null || capacity.weight() == null ? 1 : capacity.weight();
        }

        Integer most() {
            return capacity == null ? null : capacity.mostOpen();
        }
    }

    /** Who was chosen (null for nobody), and what was seen of each. */
    public record Choice(String user, List<CandidateTrace> seen) {}

    /**
     * Chooses.
     *
     * @param candidates in the order of their turns
     * @param last whose turn it was last, or null
     * @param not who shall not get it
     */
    public static Choice of(
            Strategy strategy, List<Candidate> candidates, String last, Predicate<String> not, Instant now) {
        List<Candidate> free = candidates.stream()
                .filter(one -> hindrance(one, not, now) == null)
                .toList();
        String chosen = free.isEmpty() ? null : choose(strategy, candidates, free, last).user();
        List<CandidateTrace> seen = new ArrayList<>();
        for (Candidate one : candidates) {
            String hindrance = hindrance(one, not, now);
            String outcome = hindrance != null ? hindrance : one.user().equals(chosen) ? "chosen" : "free";
            seen.add(new CandidateTrace(one.user(), one.open(), one.most(), one.weight(), outcome));
        }
        return new Choice(chosen, seen);
    }

    private static Candidate choose(Strategy strategy, List<Candidate> all, List<Candidate> free, String last) {
        Comparator<Candidate> longestWaiting =
                Comparator.comparing(Candidate::lastAt, Comparator.nullsFirst(Comparator.naturalOrder()));
        return switch (strategy) {
            case ROUND_ROBIN -> next(all, free, last);
            case LEAST_LOADED -> first(free, Comparator.comparingInt(Candidate::open).thenComparing(longestWaiting));
            case WEIGHTED -> first(
                    free,
                    Comparator.comparingDouble((Candidate one) -> (one.open() + 1.0) / one.weight())
                            .thenComparing(longestWaiting));
        };
    }

    /** The first of the smallest. */
    private static Candidate first(List<Candidate> free, Comparator<Candidate> order) {
        return free.stream().min(order).orElseThrow();
    }

    /** The first free one behind whose turn it was last, around the corner if need be. */
    private static Candidate next(List<Candidate> all, List<Candidate> free, String last) {
        int from = -1;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).user().equals(last)) {
                from = i;
            }
        }
        for (int step = 1; step <= all.size(); step++) {
            Candidate one = all.get((from + step) % all.size());
            if (free.contains(one)) {
                return one;
            }
        }
        return free.get(0);
    }

    /** Why somebody does not get it; null for somebody who may. */
    private static String hindrance(Candidate one, Predicate<String> not, Instant now) {
        if (!one.known()) {
            return "unknown";
        }
        if (not.test(one.user())) {
            return "had-it-before";
        }
        if (one.capacity() != null && WorkingHours.absent(one.capacity(), now)) {
            return "absent";
        }
        if (one.capacity() != null && !WorkingHours.at(one.capacity(), now)) {
            return "off-hours";
        }
        return one.most() != null && one.open() >= one.most() ? "full" : null;
    }
}
