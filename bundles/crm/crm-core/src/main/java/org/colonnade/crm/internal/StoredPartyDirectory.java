package org.colonnade.crm.internal;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.colonnade.crm.api.Duplicate;
import org.colonnade.crm.api.Note;
import org.colonnade.crm.api.Party;
import org.colonnade.crm.api.PartyDirectory;
import org.colonnade.crm.api.PartyQuery;
import org.colonnade.crm.api.Relationship;
import org.colonnade.crm.api.Suspect;
import org.colonnade.crm.api.Tag;
import org.colonnade.crm.internal.access.ReadLog;
import org.colonnade.crm.internal.party.Parties;
import org.colonnade.crm.internal.party.PartyRecord;
import org.colonnade.crm.internal.store.DuplicateStore;
import org.colonnade.crm.internal.store.MergeStore;
import org.colonnade.crm.internal.store.NoteStore;
import org.colonnade.crm.internal.store.PartyStore;
import org.colonnade.crm.internal.store.RelationshipStore;
import org.colonnade.crm.internal.store.StoredParty;
import org.colonnade.crm.internal.store.Suspects;
import org.colonnade.crm.internal.store.TagStore;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Looks parties up in crm's own tables. */
@Component(service = PartyDirectory.class)
public class StoredPartyDirectory implements PartyDirectory {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile ReadLog reads;

    private final Tx tx;
    private final Parties records;
    private final CrmSettings settings;
    private final PartyStore parties;
    private final NoteStore notes = new NoteStore();
    private final RelationshipStore relationships;
    private final DuplicateStore duplicates;

    @Activate
    public StoredPartyDirectory(
            @Reference(target = "(module=crm)") Tx tx, @Reference CrmSettings settings, @Reference Parties records) {
        this.records = records;
        this.tx = tx;
        this.settings = settings;
        this.parties = new PartyStore(settings::phones);
        this.relationships = new RelationshipStore(parties);
        this.duplicates = new DuplicateStore(parties, settings::policy);
    }

    @Override
    public Party get(Actor actor, String id) {
        actor.require(READ);
        Party found = tx.read(work -> {
            StoredParty party = seen(work, actor, id);
            return party.row().mergedInto() == null ? party.view() : party.view(MergeStore.survivor(work, party.id()));
        });
        ReadLog log = reads;
        if (log != null) {
            log.note(actor, id);
        }
        return found;
    }

    @Override
    public Optional<Party> find(Actor actor, Ref party) {
        actor.require(READ);
        return Optional.ofNullable(tx.read(work -> {
                    StoredParty found = living(work, parties.find(work, StoredParty.id(party)));
                    return found == null
                                    || records.seen(work, actor, List.of(found.id()), Stream::of)
                                            .isEmpty()
                            ? null
                            : found;
                }))
                .map(StoredParty::view);
    }

    @Override
    public Page<Party> search(Actor actor, PartyQuery query, PageRequest page) {
        actor.require(READ);
        Page<Kept<PartyRecord>> found = records.desk().list(actor, Parties.asked(query, page));
        return new Page<>(found.items().stream().map(Parties::party).toList(), found.next());
    }

    @Override
    public String displayName(Ref party) {
        long id = StoredParty.id(party);
        return tx.read(work -> {
            Long living = MergeStore.survivor(work, id);
            long now = living == null ? id : living;
            return parties.names(work, List.of(now)).getOrDefault(now, party.id());
        });
    }

    @Override
    public Page<Note> notes(Actor actor, String id, PageRequest page) {
        actor.require(READ);
        return tx.read(work -> notes.list(work, standing(work, actor, id).id(), page));
    }

    @Override
    public List<Relationship> relationships(Actor actor, String id) {
        actor.require(READ);
        return tx.read(work -> records.seen(
                work,
                actor,
                relationships.list(work, standing(work, actor, id).id()),
                one -> Stream.of(StoredParty.id(one.other()))));
    }

    @Override
    public List<Suspect> suspects(Actor actor, String id) {
        actor.require(READ);
        records.allFields(actor);
        return tx.read(work -> {
            long party = standing(work, actor, id).id();
            Set<Long> rejected = duplicates.rejected(work, party);
            List<Suspect> suspects = Suspects.seen(work, party, settings.policy()).stream()
                    .filter(suspect -> !rejected.contains(StoredParty.id(suspect.party())))
                    .toList();
            return records.seen(work, actor, suspects, suspect -> Stream.of(StoredParty.id(suspect.party())));
        });
    }

    @Override
    public List<Tag> tags(Actor actor) {
        actor.require(READ);
        records.whole(actor);
        return tx.read(TagStore::counts);
    }

    @Override
    public Page<Duplicate> duplicates(Actor actor, Duplicate.State state, PageRequest page) {
        actor.require(READ);
        records.allFields(actor);
        return tx.read(work -> records.seen(
                work,
                actor,
                page,
                part -> duplicates.list(work, state, part),
                pair -> Stream.of(pair.one(), pair.other()).map(StoredParty::id),
                Duplicate::id));
    }

    /** The party, for one that was merged the living one. */
    private StoredParty standing(Work work, Actor actor, String id) throws SQLException {
        StoredParty standing = living(work, seen(work, actor, id));
        records.requireSeen(work, actor, standing.id());
        return standing;
    }

    private StoredParty seen(Work work, Actor actor, String id) throws SQLException {
        StoredParty party = existing(work, id);
        records.requireSeen(work, actor, party.id());
        return party;
    }

    private StoredParty living(Work work, StoredParty party) throws SQLException {
        return party == null || party.row().mergedInto() == null
                ? party
                : parties.find(work, MergeStore.survivor(work, party.id()));
    }

    private StoredParty existing(Work work, String id) throws SQLException {
        StoredParty party = parties.find(work, Tsid.parse(id));
        if (party == null) {
            throw NotFound.of("crm", "party", id);
        }
        return party;
    }
}
