package org.colonnade.platform.approvals.internal;

import java.util.List;
import org.colonnade.platform.api.Invariant;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.approval.ApprovalState;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.approvals.internal.domain.Request;
import org.colonnade.platform.approvals.internal.store.RequestRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Four eyes. */
@Component(service = Invariant.class)
public final class NoMakerChecks implements Invariant {

    private static final int AT_ONCE = 500;

    private final Tx tx;

    @Activate
    public NoMakerChecks(@Reference(target = "(module=approvals)") Tx tx) {
        this.tx = tx;
    }

    @Override
    public String name() {
        return "approvals.no-maker-checks";
    }

    @Override
    public String statement() {
        return "What was granted has all its approvals, each of another person, and none of somebody who made it.";
    }

    @Override
    public List<String> counterExamples(int limit) {
        return tx.read(work -> {
            List<String> found = new java.util.ArrayList<>();
            long before = Long.MAX_VALUE;
            while (found.size() < limit) {
                List<Request> some = RequestRows.before(work, ApprovalState.GRANTED, before, AT_ONCE);
                some.stream()
                        .filter(request -> !whole(request))
                        .limit(limit - found.size())
                        .forEach(request ->
                                found.add("request " + Tsid.text(request.id()) + " for " + request.record()));
                if (some.size() < AT_ONCE) {
                    break;
                }
                before = some.get(some.size() - 1).id();
            }
            return found;
        });
    }

    private static boolean whole(Request request) {
        long persons = request.decisions().stream()
                .mapToLong(decision -> decision.persons().size())
                .sum();
        return request.step() == request.steps().size()
                && java.util.Collections.disjoint(request.deciders(), request.makers())
                && persons == request.deciders().size();
    }
}
