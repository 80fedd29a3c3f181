package org.colonnade.crm.internal;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.ContactType;
import org.colonnade.crm.api.Identifier;
import org.colonnade.crm.api.Party;
import org.colonnade.crm.api.PartyDirectory;
import org.colonnade.crm.api.PartyResolver;
import org.colonnade.crm.internal.domain.ContactRule;
import org.colonnade.crm.internal.domain.identifier.IdentifierRule;
import org.colonnade.crm.internal.party.Parties;
import org.colonnade.crm.internal.store.PartyStore;
import org.colonnade.crm.internal.store.PersonTraces;
import org.colonnade.crm.internal.store.StoredParty;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds parties by what they alone have, and by where they are reached; both by an index. */
@Component(service = PartyResolver.class)
public class StoredPartyResolver implements PartyResolver {

    private final Tx tx;
    private final Parties records;
    private final CrmSettings settings;
    private final PartyStore parties;

    @Activate
    public StoredPartyResolver(
            @Reference(target = "(module=crm)") Tx tx, @Reference CrmSettings settings, @Reference Parties records) {
        this.records = records;
        this.tx = tx;
        this.settings = settings;
        this.parties = new PartyStore(settings::phones);
    }

    @Override
    public Optional<Party> identified(Actor actor, Identifier identifier) {
        actor.require(PartyDirectory.READ);
        records.allFields(actor);
        String fault = IdentifierRule.fault(identifier);
        if (fault != null) {
            throw invalid("value", fault);
        }
        Identifier kept = IdentifierRule.settled(identifier);
        return tx.read(work -> {
            Long owner = parties.owners(work, Set.of(kept)).get(kept);
            return owner == null
                    ? Optional.<Party>empty()
                    : views(work, actor, List.of(owner)).stream().findFirst();
        });
    }

    @Override
    public List<Party> reachedBy(Actor actor, ContactType type, String value) {
        actor.require(PartyDirectory.READ);
        records.allFields(actor);
        String name = type.name().toLowerCase(Locale.ROOT);
        String key = ContactRule.matchKey(ContactPoint.of(type, value), settings.phones());
        if (key == null) {
            throw invalid(name, type == ContactType.PHONE ? "is no telephone number" : "is no e-mail address");
        }
        return tx.read(work -> views(work, actor, PersonTraces.like(work, Set.of(key), Set.of(), MOST)).stream()
                .filter(party -> !party.archived())
                .toList());
    }

    private List<Party> views(Work work, Actor actor, Collection<Long> ids) throws SQLException {
        List<Long> seen = records.seen(work, actor, List.copyOf(new TreeSet<>(ids)), Stream::of);
        return parties.list(work, seen).stream().map(StoredParty::view).toList();
    }

    private static Rejected invalid(String field, String fault) {
        return new Rejected("crm.resolve.invalid", "Nobody can be found by that.").field(field, fault);
    }
}
