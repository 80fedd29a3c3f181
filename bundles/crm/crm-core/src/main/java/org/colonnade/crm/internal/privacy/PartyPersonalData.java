package org.colonnade.crm.internal.privacy;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.ContactType;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.internal.CrmSettings;
import org.colonnade.crm.internal.domain.ContactRule;
import org.colonnade.crm.internal.domain.SortName;
import org.colonnade.crm.internal.store.MergeStore;
import org.colonnade.crm.internal.store.MergeTraces;
import org.colonnade.crm.internal.store.PartyStore;
import org.colonnade.crm.internal.store.PersonTraces;
import org.colonnade.crm.internal.store.RelationshipStore;
import org.colonnade.crm.internal.store.StoredParty;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.audit.AuditLog;
import org.colonnade.platform.api.privacy.Erasure;
import org.colonnade.platform.api.privacy.ErasureContext;
import org.colonnade.platform.api.privacy.EventRedaction;
import org.colonnade.platform.api.privacy.PersonFacts;
import org.colonnade.platform.api.privacy.PersonQuery;
import org.colonnade.platform.api.privacy.PersonalData;
import org.colonnade.platform.api.privacy.PersonalExport;
import org.colonnade.platform.api.privacy.PersonalItem;
import org.colonnade.platform.api.privacy.PersonalRecord;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What crm knows about persons: its parties, and what was written about them, tied to them and imported for them. */
@Component(service = PersonalData.class)
public class PartyPersonalData implements PersonalData {

    private static final String CUSTOMERS = "To deal with customers and partners";
    private static final String MERGES = "To take a merge back";
    private static final String IMPORTS = "To show what became of an imported file";

    private final Tx tx;
    private final CrmSettings settings;
    private final PartyStore parties;
    private final RelationshipStore relationships;
    private final PartyErasure erasure;

    @Activate
    public PartyPersonalData(
            @Reference(target = "(module=crm)") Tx tx,
            @Reference CrmSettings settings,
            @Reference EventRedaction events,
            @Reference AuditLog audit) {
        this.tx = tx;
        this.settings = settings;
        this.parties = new PartyStore(settings::phones);
        this.relationships = new RelationshipStore(parties);
        this.erasure = new PartyErasure(parties, events, audit);
    }

    @Override
    public String module() {
        return "crm";
    }

    @Override
    public List<PersonalRecord> find(PersonQuery query) {
        return tx.read(work -> {
            Set<Long> ids = new LinkedHashSet<>();
            for (Ref ref : query.refs()) {
                if (StoredParty.id(ref) >= 0) {
                    ids.add(living(work, StoredParty.id(ref)));
                }
            }
            ids.addAll(PersonTraces.like(work, contacts(query.facts()), names(query.facts()), query.limit()));
            return parties.complete(work, ids).values().stream()
                    .map(party -> new PersonalRecord(
                            StoredParty.ref(party.id()),
                            PartyErasure.PARTY,
                            PersonView.facts(party.content().draft())))
                    .limit(query.limit())
                    .toList();
        });
    }

    /** Who was merged is the person that it is now. */
    private static long living(Work work, long party) throws SQLException {
        Long living = MergeStore.survivor(work, party);
        return living == null ? party : living;
    }

    private List<String> contacts(PersonFacts facts) {
        return Stream.concat(
                        facts.emails().stream().map(email -> ContactPoint.of(ContactType.EMAIL, email)),
                        facts.phones().stream().map(phone -> ContactPoint.of(ContactType.PHONE, phone)))
                .map(point -> ContactRule.matchKey(point, settings.phones()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static List<String> names(PersonFacts facts) {
        return facts.names().stream()
                .map(name -> SortName.key(PartyDraft.person(name, null)))
                .filter(key -> !key.isEmpty() && !key.equals(PersonTraces.ERASED))
                .distinct()
                .toList();
    }

    @Override
    public void export(Ref person, PersonalExport out) throws IOException {
        List<PersonalItem> items = tx.read(work -> {
            StoredParty party = parties.find(work, living(work, StoredParty.id(person)));
            return party == null ? List.<PersonalItem>of() : items(work, party);
        });
        for (PersonalItem item : items) {
            out.record(item);
        }
    }

    private List<PersonalItem> items(Work work, StoredParty party) throws SQLException {
        List<PersonalItem> items = new ArrayList<>();
        items.add(new PersonalItem(
                PartyErasure.PARTY, StoredParty.ref(party.id()), CUSTOMERS, PersonView.fields(party.content())));
        PersonTraces.notes(work, party.id())
                .forEach(note -> items.add(new PersonalItem(
                        PartyErasure.NOTE, Ref.of("crm", "note", note.id()), CUSTOMERS, PersonView.fields(note))));
        relationships
                .list(work, party.id())
                .forEach(one -> items.add(new PersonalItem(
                        PartyErasure.RELATIONSHIP,
                        new Ref("crm", "relationship", one.id()),
                        CUSTOMERS,
                        PersonView.fields(one))));
        PersonTraces.items(work, party.id())
                .forEach(item -> items.add(new PersonalItem(
                        PartyErasure.ITEM,
                        new Ref("crm", "import-item", item.id()),
                        IMPORTS,
                        PersonView.fields(item))));
        Set<Long> all = MergeTraces.partsOf(work, party.id());
        all.add(party.id());
        MergeTraces.of(work, all)
                .forEach(told -> items.add(new PersonalItem(
                        PartyErasure.MERGE, Ref.of("crm", "merge", told.merge()), MERGES, PersonView.fields(told))));
        return items;
    }

    @Override
    public Erasure erase(Ref person, ErasureContext context) {
        long id = StoredParty.id(person);
        if (id < 0) {
            return Erasure.NOTHING;
        }
        String actor = Caller.current().actor().ref().toString();
        return tx.write(work -> {
            long living = living(work, id);
            Set<Long> all = MergeTraces.partsOf(work, living);
            all.add(living);
            StoredParty party = parties.lock(work, all).get(living);
            if (context.preview()) {
                work.rollbackOnly();
            }
            return party == null ? Erasure.NOTHING : new Erasure(erasure.erase(work, party, context, actor));
        });
    }
}
