package org.colonnade.platform.approvals.internal;

import java.time.Instant;
import java.util.List;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Money;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.audit.Change;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.approvals.internal.store.DelegationRows;
import org.colonnade.platform.approvals.internal.store.DelegationRows.Delegation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What people lend of their own right to approve. */
@Component(service = DelegationDesk.class)
public final class DelegationDesk {

    private final Tx tx;
    private final Persons persons;

    @Activate
    public DelegationDesk(@Reference(target = "(module=approvals)") Tx tx, @Reference Persons persons) {
        this.tx = tx;
        this.persons = persons;
    }

    /** Lends the actor's own right; what was lent to the actor cannot be lent on. */
    public Delegation lend(Actor actor, Ref taker, String kind, Money upTo, Instant from, Instant until) {
        Fields faults = new Fields();
        if (!actor.ref().type().equals("user")) {
            faults.wrong("taker", "is lent something by a person only");
        }
        if (taker == null || taker.equals(actor.ref()) || persons.account(taker).isEmpty()) {
            faults.wrong("taker", "is the account of somebody else, platform:user:…");
        }
        if (from == null || until == null || !from.isBefore(until)) {
            faults.wrong("until", "comes after 'from'");
        }
        if (upTo != null && upTo.signum() <= 0) {
            faults.wrong("upTo", "is more than nothing");
        }
        faults.optional("kind", kind, 60);
        faults.orReject("approvals.delegation.invalid");
        return tx.write(work -> {
            Delegation made = new Delegation(work.newId(), actor.ref(), taker, kind, upTo, from, until);
            DelegationRows.add(work, made);
            work.record(Change.of(ref(made.id()), "lent", 0, "{\"taker\":\"" + taker + "\"}"));
            return made;
        });
    }

    /** What the actor has lent, the latest first. */
    public List<Delegation> mine(Actor actor) {
        return tx.read(work -> DelegationRows.given(work, actor.ref()));
    }

    /** It ends now. @throws NotFound {@code approvals.delegation.not-found} */
    public void end(Actor actor, String id) {
        tx.write(work -> {
            if (!DelegationRows.end(work, Tsid.parse(id), actor.ref())) {
                throw NotFound.of("approvals", "delegation", id);
            }
            work.record(Change.of(ref(Tsid.parse(id)), "ended", 0, null));
            return null;
        });
    }

    private static Ref ref(long id) {
        return Ref.of("approvals", "delegation", id);
    }
}
