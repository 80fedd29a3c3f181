package org.colonnade.platform.approvals.internal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.approval.ActingFor;
import org.colonnade.platform.api.security.Gatekeeper;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.approvals.internal.domain.Approver;
import org.colonnade.platform.approvals.internal.domain.Approver.Lent;
import org.colonnade.platform.approvals.internal.store.DelegationRows;
import org.colonnade.platform.approvals.internal.store.DelegationRows.Delegation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** What counts of somebody who makes or decides: the own rights, those lent, and for whom the person stands in. */
@Component(service = Persons.class)
public final class Persons {

    private final Gatekeeper gatekeeper;
    private final List<ActingFor> standIns = new CopyOnWriteArrayList<>();

    @Activate
    public Persons(@Reference Gatekeeper gatekeeper) {
        this.gatekeeper = gatekeeper;
    }

    /** Somebody who knows substitutes comes. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, unbind = "leave")
    public void come(ActingFor one) {
        standIns.add(one);
    }

    /** It goes. */
    public void leave(ActingFor one) {
        standIns.remove(one);
    }

    /** An account by its reference, if it is let in. */
    Optional<Actor> account(Ref person) {
        return gatekeeper.account(person);
    }

    Approver approver(Work work, Actor actor, Instant now) throws SQLException {
        List<Lent> lent = new ArrayList<>();
        for (Delegation one : DelegationRows.taken(work, actor.ref(), now)) {
            // asked only where it matters: the giver may have lost the right, or been shut out
            Predicate<String> may = permission -> gatekeeper
                    .account(one.giver())
                    .map(giver -> giver.may(permission))
                    .orElse(false);
            lent.add(new Lent(one.giver(), one.kind(), one.upTo(), one.from(), one.until(), may));
        }
        Set<Ref> principals = new HashSet<>();
        if (actor.principal() != null) {
            principals.add(actor.principal());
        }
        for (ActingFor standIn : standIns) {
            principals.addAll(standIn.principals(actor.ref(), now));
        }
        return new Approver(actor.ref(), actor::may, lent, principals);
    }
}
