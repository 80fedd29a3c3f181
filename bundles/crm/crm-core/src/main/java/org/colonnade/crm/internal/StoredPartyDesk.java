package org.colonnade.crm.internal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.colonnade.crm.api.Duplicate;
import org.colonnade.crm.api.Note;
import org.colonnade.crm.api.NoteDraft;
import org.colonnade.crm.api.Party;
import org.colonnade.crm.api.PartyDesk;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.Relationship;
import org.colonnade.crm.api.RelationshipDraft;
import org.colonnade.crm.internal.card.Cards;
import org.colonnade.crm.internal.domain.ImportRule;
import org.colonnade.crm.internal.domain.Limits;
import org.colonnade.crm.internal.domain.PartyContent;
import org.colonnade.crm.internal.domain.Relations;
import org.colonnade.crm.internal.party.Parties;
import org.colonnade.crm.internal.party.PartyRecord;
import org.colonnade.crm.internal.store.DuplicateRow;
import org.colonnade.crm.internal.store.DuplicateStore;
import org.colonnade.crm.internal.store.Merger;
import org.colonnade.crm.internal.store.NoteStore;
import org.colonnade.crm.internal.store.PartyStore;
import org.colonnade.crm.internal.store.RelationshipStore;
import org.colonnade.crm.internal.store.StoredParty;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.record.RecordDesk;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Changes parties: their fields by the upkeep of records, what goes with them in crm's own tables. */
@Component(service = PartyDesk.class)
public class StoredPartyDesk implements PartyDesk {

    private final Tx tx;
    private final Parties kept;
    private final RecordDesk<PartyRecord, PartyDraft> records;
    private final PartyStore parties;
    private final NoteStore notes = new NoteStore();
    private final RelationshipStore relationships;
    private final DuplicateStore duplicates;

    @Activate
    public StoredPartyDesk(
            @Reference(target = "(module=crm)") Tx tx, @Reference CrmSettings settings, @Reference Parties records) {
        this.tx = tx;
        this.kept = records;
        this.records = records.desk();
        this.parties = new PartyStore(settings::phones);
        this.relationships = new RelationshipStore(parties);
        this.duplicates = new DuplicateStore(parties, settings::policy);
    }

    @Override
    public Party create(Actor actor, PartyDraft draft) {
        return Parties.party(records.create(actor, draft));
    }

    @Override
    public Party change(Actor actor, String id, LongConsumer expected, UnaryOperator<PartyDraft> change) {
        return Parties.party(records.change(actor, id, expected, change));
    }

    @Override
    public Party archive(Actor actor, String id, LongConsumer expected) {
        return Parties.party(records.archive(actor, id, expected));
    }

    @Override
    public Party restore(Actor actor, String id) {
        return Parties.party(records.restore(actor, id, version -> {}));
    }

    @Override
    public Note addNote(Actor actor, String id, NoteDraft draft) {
        actor.require(CHANGE);
        new Fields().required("text", draft.text(), Limits.NOTE).orReject("crm.note.invalid");
        return tx.write(work -> {
            StoredParty party = locked(work, actor, id);
            List<String> texts = new ArrayList<>(party.content().notes());
            if (texts.size() >= Limits.NOTES) {
                throw new Conflict("crm.note.too-many", "A party has at most " + Limits.NOTES + " notes.");
            }
            texts.add(draft.text());
            Note note = notes.add(work, party.id(), draft.text(), actor.ref().toString());
            parties.searchAnew(work, party.with(party.content().withNotes(texts)));
            return note;
        });
    }

    @Override
    public Note changeNote(
            Actor actor, String id, String noteId, LongConsumer expected, UnaryOperator<NoteDraft> change) {
        actor.require(CHANGE);
        return tx.write(work -> {
            StoredParty party = locked(work, actor, id);
            Note note = notes.find(work, party.id(), Tsid.parse(noteId));
            if (note == null) {
                throw NotFound.of("crm", "note", noteId);
            }
            expected.accept(note.version());
            String text = change.apply(new NoteDraft(note.text())).text();
            new Fields().required("text", text, Limits.NOTE).orReject("crm.note.invalid");
            if (text.equals(note.text())) {
                return note;
            }
            List<String> texts = new ArrayList<>(party.content().notes());
            // another note may say the same
            texts.set(texts.indexOf(note.text()), text);
            Note changed = notes.change(
                    work, party.id(), Tsid.parse(noteId), text, actor.ref().toString());
            said(work, actor, party, texts);
            return changed;
        });
    }

    @Override
    public void removeNote(Actor actor, String id, String noteId) {
        actor.require(CHANGE);
        tx.write(work -> {
            StoredParty party = locked(work, actor, id);
            String text = notes.remove(work, party.id(), Tsid.parse(noteId));
            if (text == null) {
                throw NotFound.of("crm", "note", noteId);
            }
            List<String> texts = new ArrayList<>(party.content().notes());
            texts.remove(text);
            said(work, actor, party, texts);
            return null;
        });
    }

    /** The party is found by what its notes say now; what a card said of those that are gone is kept no longer. */
    private void said(Work work, Actor actor, StoredParty party, List<String> texts) throws SQLException {
        PartyContent after = party.content().withNotes(texts);
        boolean fromCard =
                after.kept().stream().anyMatch(line -> ImportRule.name(line).equals("NOTE"));
        if (fromCard) {
            PartyContent cleared = new PartyContent(
                    after.draft(), after.lines(), texts, Cards.keptAfter(party.content(), after.draft(), texts));
            parties.save(work, List.of(party.with(cleared)), actor.ref().toString(), "changed");
        } else {
            parties.searchAnew(work, party.with(after));
        }
    }

    @Override
    public Relationship relate(Actor actor, String id, RelationshipDraft draft) {
        actor.require(CHANGE);
        return tx.write(work -> {
            long other = StoredParty.id(draft.other());
            Map<Long, StoredParty> both = parties.lock(work, new TreeSet<>(List.of(Tsid.parse(id), other)));
            StoredParty party = standing(both.get(Tsid.parse(id)), id);
            kept.requireChange(work, actor, List.of(party.id()));
            boolean there = both.containsKey(other)
                    && !kept.seen(work, actor, List.of(other), Stream::of).isEmpty()
                    && standing(both.get(other), id) != null;
            Relations.check(draft, there, other == party.id()).orReject("crm.relationship.invalid");
            if (relationships.same(work, party.id(), draft) != null) {
                throw new Conflict("crm.relationship.exists", "The two stand so to each other already.");
            }
            if (relationships.list(work, party.id()).size() >= Limits.RELATIONSHIPS) {
                throw new Conflict(
                        "crm.relationship.too-many", "A party has at most " + Limits.RELATIONSHIPS + " relationships.");
            }
            return relationships.add(work, party.id(), draft, actor.ref().toString());
        });
    }

    @Override
    public void unrelate(Actor actor, String id, String relationshipId) {
        actor.require(CHANGE);
        tx.write(work -> {
            if (!relationships.remove(work, locked(work, actor, id).id(), Tsid.parse(relationshipId))) {
                throw NotFound.of("crm", "relationship", relationshipId);
            }
            return null;
        });
    }

    @Override
    public Duplicate notTheSame(Actor actor, String duplicateId) {
        actor.require(CHANGE);
        return tx.write(work -> {
            DuplicateRow row = duplicates.find(work, Tsid.parse(duplicateId));
            if (row == null) {
                throw NotFound.of("crm", "duplicate", duplicateId);
            }
            DuplicateStore.Pair pair = duplicates.pair(work, Tsid.parse(duplicateId));
            if (pair != null) {
                kept.requireChange(work, actor, List.of(pair.one(), pair.other()));
            }
            return duplicates.reject(work, row, actor.ref().toString());
        });
    }

    private StoredParty locked(Work work, Actor actor, String id) throws SQLException {
        StoredParty party = standing(parties.lock(work, Tsid.parse(id)), id);
        kept.requireChange(work, actor, List.of(party.id()));
        return party;
    }

    /** The party, if it is there and not part of another one. */
    private static StoredParty standing(StoredParty party, String id) {
        if (party == null) {
            throw NotFound.of("crm", "party", id);
        }
        if (party.row().mergedInto() != null) {
            throw Merger.merged(party);
        }
        return party;
    }
}
