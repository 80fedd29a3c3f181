package org.colonnade.platform.approvals.internal;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.approval.ApprovalDraft;
import org.colonnade.platform.api.approval.ApprovalPlan;
import org.colonnade.platform.api.approval.ApprovalState;
import org.colonnade.platform.api.approval.Approvals;
import org.colonnade.platform.api.approval.event.ApprovalRequested;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.approvals.internal.domain.Request;
import org.colonnade.platform.approvals.internal.domain.Rule;
import org.colonnade.platform.approvals.internal.store.MakerRows;
import org.colonnade.platform.approvals.internal.store.RequestRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Approvals as functions ask for them, in their own transactions. */
@Component(service = Approvals.class)
public final class ApprovalDesk implements Approvals {

    private static final Pattern FINGERPRINT = Pattern.compile("[A-Za-z0-9_-]{8,128}");
    private static final int LONGEST_TITLE = 200;

    private final Rules rules;
    private final Persons persons;

    @Activate
    public ApprovalDesk(@Reference Rules rules, @Reference Persons persons) {
        this.rules = rules;
        this.persons = persons;
    }

    @Override
    public void declare(ApprovalPlan plan) {
        rules.declare(plan);
    }

    @Override
    public void edited(Work work, Ref record) throws SQLException {
        MakerRows.edited(work, record, acting(work));
        for (Request request : RequestRows.standing(work, record)) {
            Endings.end(work, request, ApprovalState.VOIDED);
        }
    }

    /** The caller and everybody for whom the caller acts now. */
    private Set<Ref> acting(Work work) throws SQLException {
        return persons.approver(work, Caller.current().actor(), work.now()).makers(work.now());
    }

    @Override
    public String request(Work work, ApprovalDraft draft) throws SQLException {
        check(draft);
        Rule rule = rules.holding(work, draft.kind(), draft.amount())
                .orElseThrow(() -> new Rejected(
                        "approvals.rule.missing",
                        "No rule says who approves '" + draft.kind() + "' of this amount; somebody has to make one."));
        for (Request before : RequestRows.standing(work, draft.record())) {
            if (before.kind().equals(draft.kind())) {
                Endings.end(work, before, ApprovalState.VOIDED);
            }
        }
        Set<Ref> makers = new HashSet<>(
                MakerRows.since(work, draft.record(), RequestRows.covered(work, draft.kind(), draft.record())));
        Set<Ref> asking = acting(work);
        makers.addAll(asking);
        for (Ref maker : draft.makers()) {
            makers.add(maker);
            // whoever stands in for that maker now is found when somebody decides; here, for whom the maker stands in
            makers.addAll(persons.approver(work, nobody(maker), work.now()).makers(work.now()));
        }
        // who asks is a maker of what is asked for, also of a later request
        MakerRows.edited(work, draft.record(), makers);
        Request request = request(work, draft, rule, makers);
        RequestRows.add(work, request);
        work.publish(new ApprovalRequested(draft.record(), ref(request.id()), draft.kind(), draft.version()));
        Endings.record(work, request, "requested", Tsid.text(request.id()));
        return Tsid.text(request.id());
    }

    private static Actor nobody(Ref person) {
        return new Actor(person, person.id(), Set.of(), false);
    }

    private static Request request(Work work, ApprovalDraft draft, Rule rule, Set<Ref> makers) throws SQLException {
        return new Request(
                work.newId(),
                draft.kind(),
                draft.record(),
                draft.version(),
                draft.fingerprint(),
                draft.amount(),
                draft.title().strip(),
                rule.steps(),
                makers,
                MakerRows.latest(work, draft.record()),
                ApprovalState.OPEN,
                Caller.current().actor().ref(),
                work.now(),
                work.now().plus(Duration.ofDays(rule.days())),
                null,
                List.of());
    }

    private static void check(ApprovalDraft draft) {
        Fields faults = new Fields();
        faults.required("title", draft.title(), LONGEST_TITLE);
        if (draft.fingerprint() == null
                || !FINGERPRINT.matcher(draft.fingerprint()).matches()) {
            faults.wrong("fingerprint", "is 8 to 128 letters, digits, - and _");
        }
        faults.orReject("approvals.request.invalid");
    }

    static Ref ref(long id) {
        return Ref.of("approvals", "request", id);
    }

    @Override
    public boolean granted(Work work, String kind, Ref record, long version, String fingerprint) throws SQLException {
        return RequestRows.granted(work, kind, record, version, fingerprint);
    }

    @Override
    public void require(Work work, String kind, Ref record, long version, String fingerprint) throws SQLException {
        if (!granted(work, kind, record, version, fingerprint)) {
            throw new Conflict(
                    "approvals.request.not-granted", "This needs an approval of exactly what it is now, and has none.");
        }
    }
}
