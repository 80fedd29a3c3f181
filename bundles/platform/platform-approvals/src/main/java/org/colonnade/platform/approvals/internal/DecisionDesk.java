package org.colonnade.platform.approvals.internal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.approval.ApprovalState;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.approvals.internal.domain.Approver;
import org.colonnade.platform.approvals.internal.domain.FourEyes;
import org.colonnade.platform.approvals.internal.domain.FourEyes.Verdict;
import org.colonnade.platform.approvals.internal.domain.Request;
import org.colonnade.platform.approvals.internal.domain.Request.Decision;
import org.colonnade.platform.approvals.internal.store.DecisionRows;
import org.colonnade.platform.approvals.internal.store.RequestRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What people decide about requests. */
@Component(service = DecisionDesk.class)
public final class DecisionDesk {

    /** The permission to see all requests. */
    public static final String READ = "approvals.request.read";

    private static final int LONGEST_COMMENT = 1_000;
    private static final int LOOKED_AT_ONCE = 200;

    private final Tx tx;
    private final Persons persons;

    @Activate
    public DecisionDesk(@Reference(target = "(module=approvals)") Tx tx, @Reference Persons persons) {
        this.tx = tx;
        this.persons = persons;
    }

    /** Approves or refuses what the approver has seen. */
    public Request decide(Actor actor, String id, boolean approved, long version, String fingerprint, String comment) {
        new Fields().optional("comment", comment, LONGEST_COMMENT).orReject("approvals.decision.invalid");
        if (!approved && (comment == null || comment.isBlank())) {
            throw new Rejected("approvals.decision.invalid", "Who refuses says why.").field("comment", "is required");
        }
        return tx.write(work -> {
            Request request = visible(
                    work, actor, RequestRows.locked(work, Tsid.parse(id)).orElseThrow(() -> notFound(id)), id);
            Approver approver = persons.approver(work, actor, work.now());
            Verdict verdict = FourEyes.ask(request, approver, work.now());
            if (!verdict.may()) {
                throw verdict.refusal();
            }
            FourEyes.seen(request, version, fingerprint);
            Decision decision = new Decision(
                    request.step(),
                    approved,
                    actor.ref(),
                    verdict.onBehalfOf(),
                    approver.persons(request.kind(), work.now()),
                    comment,
                    work.now());
            DecisionRows.add(work, request.id(), decision);
            Endings.record(work, request, approved ? "approved" : "disapproved", "step-" + (decision.step() + 1));
            settle(work, request.with(decision), approved);
            return RequestRows.find(work, request.id()).orElseThrow();
        });
    }

    private static void settle(Work work, Request request, boolean approved) throws SQLException {
        if (!approved) {
            Endings.end(work, request, ApprovalState.REFUSED);
        } else if (request.step() == request.steps().size()) {
            Endings.end(work, request, ApprovalState.GRANTED);
        }
    }

    /** Takes a request back; for its makers. */
    public Request withdraw(Actor actor, String id) {
        return tx.write(work -> {
            Request request = RequestRows.locked(work, Tsid.parse(id)).orElseThrow(() -> notFound(id));
            visible(work, actor, request, id);
            if (!request.makers().contains(actor.ref())) {
                throw new Forbidden("approvals.request.others", "Only who made it takes it back.");
            }
            if (request.state() != ApprovalState.OPEN) {
                throw new Conflict("approvals.request.closed", "This request is not open any more.");
            }
            Endings.end(work, request, ApprovalState.WITHDRAWN);
            return RequestRows.find(work, request.id()).orElseThrow();
        });
    }

    /** A request for who made it, may decide about it, has decided, or sees all. */
    public Request read(Actor actor, String id) {
        return tx.read(work ->
                visible(work, actor, RequestRows.find(work, Tsid.parse(id)).orElseThrow(() -> notFound(id)), id));
    }

    private Request visible(Work work, Actor actor, Request request, String id) throws SQLException {
        Approver approver = persons.approver(work, actor, work.now());
        boolean concerned = actor.may(READ)
                || request.makers().contains(actor.ref())
                || request.deciders().contains(actor.ref())
                || request.steps().stream()
                        .anyMatch(step -> approver.everMay(step.permission(), request.kind(), work.now()));
        if (!concerned) {
            throw notFound(id);
        }
        return request;
    }

    private static NotFound notFound(String id) {
        return NotFound.of("approvals", "request", id);
    }

    /**
     * Whether somebody may decide, and why not.
     *
     * @param person who; the actor itself if null
     */
    public Explanation explain(Actor actor, String id, Ref person) {
        Request request = read(actor, id);
        Actor asked = actor;
        if (person != null && !person.equals(actor.ref())) {
            actor.require(READ);
            asked = persons.account(person).orElseThrow(() -> NotFound.of("platform", "user", person.id()));
        }
        Actor who = asked;
        return tx.read(work -> {
            Approver approver = persons.approver(work, who, work.now());
            Verdict verdict = FourEyes.ask(request, approver, work.now());
            int step = request.step();
            return new Explanation(
                    who.ref(),
                    verdict.may(),
                    verdict.may() ? null : verdict.refusal().code(),
                    verdict.may() ? "May decide." : verdict.refusal().getMessage(),
                    verdict.onBehalfOf(),
                    request.makers().stream().map(Ref::toString).sorted().toList(),
                    step < request.steps().size() ? request.steps().get(step).permission() : null);
        });
    }

    /**
     * Why somebody may decide or not.
     *
     * @param person who
     * @param may whether
     * @param code why not
     * @param sentence the same for people
     * @param onBehalfOf whose right is used, where it is lent
     * @param makers who cannot, because they made it
     * @param needs the permission that the step needs; null when all steps are done
     */
    public record Explanation(
            Ref person, boolean may, String code, String sentence, Ref onBehalfOf, List<String> makers, String needs) {}

    /** Requests that the actor may decide about now, the oldest first. */
    public Page<Request> inbox(Actor actor, PageRequest page) {
        List<String> keys = page.keys(1);
        long from = keys.isEmpty() ? 0 : Math.max(0, Tsid.parse(keys.get(0)));
        return tx.read(work -> {
            Approver approver = persons.approver(work, actor, work.now());
            List<Request> found = new ArrayList<>();
            long after = from;
            while (true) {
                List<Request> open = RequestRows.open(work, after, LOOKED_AT_ONCE);
                for (Request request : open) {
                    after = request.id();
                    if (FourEyes.ask(request, approver, work.now()).may()) {
                        found.add(request);
                    }
                    if (found.size() == page.limit()) {
                        return new Page<>(found, PageRequest.cursor(Tsid.text(after)));
                    }
                }
                if (open.size() < LOOKED_AT_ONCE) {
                    return new Page<>(found, null);
                }
            }
        });
    }

    /** All requests, the latest first. */
    public Page<Request> list(Actor actor, ApprovalState state, PageRequest page) {
        actor.require(READ);
        List<String> keys = page.keys(1);
        long from = keys.isEmpty() ? Long.MAX_VALUE : Tsid.parse(keys.get(0));
        List<Request> found = tx.read(work -> RequestRows.before(work, state, from, page.limit() + 1));
        if (found.size() <= page.limit()) {
            return new Page<>(found, null);
        }
        List<Request> shown = Collections.unmodifiableList(found.subList(0, page.limit()));
        return new Page<>(
                shown, PageRequest.cursor(Tsid.text(shown.get(shown.size() - 1).id())));
    }
}
