package org.colonnade.platform.approvals.internal.domain;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.colonnade.platform.api.Money;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.approval.ApprovalState;
import org.colonnade.platform.api.approval.ApprovalStep;

/**
 * A request for approval.
 *
 * @param id its TSID
 * @param kind what kind of approval
 * @param record what shall be approved
 * @param version the record's version that it is about
 * @param fingerprint tells the content from every other
 * @param amount what it is about, or null
 * @param title what approvers read
 * @param steps who approves, in order
 * @param makers who made the content, with everybody for whom they acted
 * @param madeUntil the last edit that the content holds
 * @param state how it stands
 * @param requestedBy who asked
 * @param requestedAt when, UTC
 * @param expiresAt until when somebody may decide, UTC
 * @param endedAt when it was decided, UTC; null while it is open
 * @param decisions in order
 */
public record Request(
        long id,
        String kind,
        Ref record,
        long version,
        String fingerprint,
        Money amount,
        String title,
        List<ApprovalStep> steps,
        Set<Ref> makers,
        long madeUntil,
        ApprovalState state,
        Ref requestedBy,
        Instant requestedAt,
        Instant expiresAt,
        Instant endedAt,
        List<Decision> decisions) {

    public Request {
        steps = List.copyOf(steps);
        makers = Set.copyOf(makers);
        decisions = List.copyOf(decisions);
    }

    /**
     * What an approver said.
     *
     * @param step the step's number, from 0
     * @param approved yes or no
     * @param actor who acted
     * @param onBehalfOf whose right was used, where it was lent
     * @param persons who counts as having decided: the actor and everybody for whom the actor acted
     * @param comment why
     * @param at when, UTC
     */
    public record Decision(
            int step, boolean approved, Ref actor, Ref onBehalfOf, Set<Ref> persons, String comment, Instant at) {

        public Decision {
            persons = Set.copyOf(persons);
        }
    }

    /** How it stands at the moment. */
    public ApprovalState standing(Instant now) {
        return state == ApprovalState.OPEN && !now.isBefore(expiresAt) ? ApprovalState.EXPIRED : state;
    }

    /** The number of the step that waits; that of the steps when all are done. */
    public int step() {
        int step = 0;
        while (step < steps.size() && given(step) >= steps.get(step).approvals()) {
            step++;
        }
        return step;
    }

    private long given(int step) {
        return decisions.stream()
                .filter(decision -> decision.approved() && decision.step() == step)
                .count();
    }

    /** Everybody who has decided already. */
    public Set<Ref> deciders() {
        Set<Ref> deciders = new HashSet<>();
        decisions.forEach(decision -> deciders.addAll(decision.persons()));
        return deciders;
    }

    /** The same with one more decision. */
    public Request with(Decision decision) {
        return with(List.of(decision));
    }

    /** The same with these decisions more. */
    public Request with(List<Decision> further) {
        List<Decision> more = new java.util.ArrayList<>(decisions);
        more.addAll(further);
        return new Request(
                id,
                kind,
                record,
                version,
                fingerprint,
                amount,
                title,
                steps,
                makers,
                madeUntil,
                state,
                requestedBy,
                requestedAt,
                expiresAt,
                endedAt,
                more);
    }
}
