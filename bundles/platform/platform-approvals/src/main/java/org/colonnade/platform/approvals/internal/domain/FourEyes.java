package org.colonnade.platform.approvals.internal.domain;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.approval.ApprovalState;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.problem.Stale;
import org.colonnade.platform.approvals.internal.domain.Approver.Lent;

/** Who may decide about a request. Whoever acts counts as the real person and as everybody for whom that person acts. */
public final class FourEyes {

    private FourEyes() {}

    /**
     * What comes of the question.
     *
     * @param refusal why not; null if the approver may
     * @param onBehalfOf whose right is used, where it is lent; null for the own
     */
    public record Verdict(Problem refusal, Ref onBehalfOf) {

        /** Whether the approver may decide. */
        public boolean may() {
            return refusal == null;
        }

        private static Verdict no(Problem why) {
            return new Verdict(why, null);
        }
    }

    /** Whether the approver may decide about the request as it stands. */
    public static Verdict ask(Request request, Approver approver, Instant now) {
        ApprovalState state = request.standing(now);
        if (state == ApprovalState.EXPIRED) {
            return Verdict.no(
                    new Conflict("approvals.request.expired", "Nobody decided in time; it must be asked for again."));
        }
        if (state != ApprovalState.OPEN) {
            return Verdict.no(new Conflict("approvals.request.closed", "This request is not open any more."));
        }
        if (!approver.person().type().equals("user")) {
            return Verdict.no(new Forbidden("approvals.person.needed", "Only a person approves, not a program."));
        }
        Set<Ref> persons = approver.persons(request.kind(), now);
        if (!Collections.disjoint(persons, request.makers())) {
            return Verdict.no(new Forbidden(
                    "approvals.maker.is-checker",
                    "You made this, or act for somebody who did; somebody else must decide."));
        }
        if (!Collections.disjoint(persons, request.deciders())) {
            return Verdict.no(new Conflict(
                    "approvals.decision.twice",
                    "You have decided already, or act for somebody who has; this needs another person."));
        }
        return right(request, approver, now);
    }

    private static Verdict right(Request request, Approver approver, Instant now) {
        String permission = request.steps().get(request.step()).permission();
        if (approver.own().test(permission)) {
            return new Verdict(null, null);
        }
        Optional<Lent> lent = approver.lent().stream()
                .filter(one -> one.holds(request.kind(), now) && one.may().test(permission))
                .findFirst();
        if (lent.isEmpty()) {
            return Verdict.no(new Forbidden(permission));
        }
        return approver.lent().stream()
                .filter(one ->
                        one.holds(request.kind(), now) && one.may().test(permission) && one.reaches(request.amount()))
                .findFirst()
                .map(one -> new Verdict(null, one.giver()))
                .orElseGet(() -> Verdict.no(
                        new Forbidden("approvals.limit.exceeded", "What was lent to you does not reach this amount.")));
    }

    /** That the approver has seen what the request is about. @throws Stale {@code approvals.request.stale} */
    public static void seen(Request request, long version, String fingerprint) {
        if (version != request.version() || !request.fingerprint().equals(fingerprint)) {
            throw new Stale(
                    "approvals.request.stale",
                    "The request is about another version than the one that you have seen; look at it again.");
        }
    }
}
