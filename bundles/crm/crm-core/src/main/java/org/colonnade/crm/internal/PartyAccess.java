package org.colonnade.crm.internal;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.colonnade.crm.api.PartyDesk;
import org.colonnade.crm.api.PartyDirectory;
import org.colonnade.crm.internal.store.PartyStore;
import org.colonnade.crm.internal.store.StoredParty;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.dossier.RecordAccess;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.store.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who may reach the parties, for what accompanies them. */
@Component(service = RecordAccess.class)
public class PartyAccess implements RecordAccess {

    private final Tx tx;
    private final PartyStore parties;

    @Activate
    public PartyAccess(@Reference(target = "(module=crm)") Tx tx, @Reference CrmSettings settings) {
        this.tx = tx;
        this.parties = new PartyStore(settings::phones);
    }

    @Override
    public boolean knows(Ref kind) {
        return kind.module().equals("crm") && kind.type().equals("party");
    }

    @Override
    public void requireKind(Actor actor, Ref kind) {
        actor.require(PartyDirectory.READ);
    }

    @Override
    public void requireRead(Actor actor, Ref record) {
        actor.require(PartyDirectory.READ);
        if (there(Set.of(record)).isEmpty()) {
            throw NotFound.of("crm", "party", record.id());
        }
    }

    @Override
    public void requireChange(Actor actor, Ref record) {
        requireRead(actor, record);
        actor.require(PartyDesk.CHANGE);
    }

    @Override
    public Set<Ref> readable(Actor actor, Collection<Ref> records) {
        return actor.may(PartyDirectory.READ) ? there(records) : Set.of();
    }

    private Set<Ref> there(Collection<Ref> records) {
        Set<Long> there = new HashSet<>(tx.read(work -> parties.names(
                        work, records.stream().map(StoredParty::id).toList())
                .keySet()));
        Set<Ref> found = new HashSet<>(records);
        found.removeIf(record -> !there.contains(StoredParty.id(record)));
        return found;
    }
}
