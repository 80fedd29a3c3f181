package org.colonnade.platform.approvals.internal.rest;

import java.time.Instant;
import java.util.List;
import org.colonnade.platform.api.Money;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.approval.ApprovalState;
import org.colonnade.platform.api.approval.ApprovalStep;
import org.colonnade.platform.approvals.internal.domain.Request;

/**
 * A request for approval, as callers see it.
 *
 * @param id its id
 * @param kind what kind of approval
 * @param record what shall be approved
 * @param version the record's version that it is about
 * @param fingerprint tells its content from every other; who decides sends it with the version
 * @param amount what it is about
 * @param title what approvers read
 * @param state how it stands
 * @param steps who approves, in order
 * @param step the number of the step that waits, from 1
 * @param makers who made it, and so cannot approve it
 * @param requestedBy who asked
 * @param requestedAt UTC
 * @param expiresAt until when somebody may decide, UTC
 * @param endedAt UTC
 * @param decisions in order
 */
public record ApprovalView(
        String id,
        String kind,
        Ref record,
        long version,
        String fingerprint,
        Money amount,
        String title,
        ApprovalState state,
        List<ApprovalStep> steps,
        int step,
        List<String> makers,
        Ref requestedBy,
        Instant requestedAt,
        Instant expiresAt,
        Instant endedAt,
        List<Said> decisions) {

    /**
     * What an approver said.
     *
     * @param step the step's number, from 1
     * @param approved yes or no
     * @param actor who
     * @param onBehalfOf whose right was used, where it was lent
     * @param comment why
     * @param at UTC
     */
    public record Said(int step, boolean approved, Ref actor, Ref onBehalfOf, String comment, Instant at) {}

    static ApprovalView of(Request request, Instant now) {
        return new ApprovalView(
                Tsid.text(request.id()),
                request.kind(),
                request.record(),
                request.version(),
                request.fingerprint(),
                request.amount(),
                request.title(),
                request.standing(now),
                request.steps(),
                Math.min(request.step() + 1, request.steps().size()),
                request.makers().stream().map(Ref::toString).sorted().toList(),
                request.requestedBy(),
                request.requestedAt(),
                request.expiresAt(),
                request.endedAt(),
                request.decisions().stream()
                        .map(one -> new Said(
                                one.step() + 1, one.approved(), one.actor(), one.onBehalfOf(), one.comment(), one.at()))
                        .toList());
    }
}
