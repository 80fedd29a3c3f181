package org.colonnade.crm.internal.privacy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.colonnade.crm.api.Relationship;
import org.colonnade.crm.api.event.PartyChanged;
import org.colonnade.crm.api.event.PartyCreated;
import org.colonnade.crm.api.event.PartyErased;
import org.colonnade.crm.internal.domain.PartyContent;
import org.colonnade.crm.internal.store.MergeStore;
import org.colonnade.crm.internal.store.MergeTraces;
import org.colonnade.crm.internal.store.PartyStore;
import org.colonnade.crm.internal.store.PersonTraces;
import org.colonnade.crm.internal.store.RelationshipStore;
import org.colonnade.crm.internal.store.StoredParty;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.audit.AuditLog;
import org.colonnade.platform.api.privacy.Erasure;
import org.colonnade.platform.api.privacy.ErasureContext;
import org.colonnade.platform.api.privacy.EventRedaction;
import org.colonnade.platform.api.privacy.Hold;
import org.colonnade.platform.api.privacy.PersonalFields;
import org.colonnade.platform.api.store.Work;

/**
 * Forgets one party in one transaction. Its id and version live on, so whoever points at it finds that it was erased; it is put away, so
 * nobody meets it in a list.
 */
final class PartyErasure {

    static final String PARTY = "crm:party";
    static final String NOTE = "crm:note";
    static final String RELATIONSHIP = "crm:relationship";
    static final String ITEM = "crm:import-item";
    static final String MERGE = "crm:merge";

    private static final Set<String> PERSONAL_IN_EVENTS =
            PersonalFields.of(List.of(PartyCreated.class, PartyChanged.class));

    private final PartyStore parties;
    private final RelationshipStore relationships;
    private final MergeStore merges = new MergeStore();
    private final EventRedaction events;
    private final AuditLog audit;

    PartyErasure(PartyStore parties, EventRedaction events, AuditLog audit) {
        this.parties = parties;
        this.relationships = new RelationshipStore(parties);
        this.events = events;
        this.audit = audit;
    }

    /** Forgets the party as far as nothing is held; a second time it finds nothing left to do. */
    List<Erasure.Line> erase(Work work, StoredParty party, ErasureContext context, String actor) throws SQLException {
        List<Erasure.Line> lines = new ArrayList<>();
        Map<Long, StoredParty> parts = parties.lock(work, MergeTraces.partsOf(work, party.id()));
        List<String> texts = texts(work, party, parts.keySet());
        List<String> notesLeft = notes(work, party.id(), context, lines);
        relationships(work, party.id(), context, lines);
        Ref ref = StoredParty.ref(party.id());
        Optional<Hold> hold = Stream.concat(Stream.of(party), parts.values().stream())
                .map(one -> context.hold(StoredParty.ref(one.id())))
                .flatMap(Optional::stream)
                .findFirst();
        if (hold.isPresent()) {
            parties.searchAnew(work, party.with(party.content().withNotes(notesLeft)));
            lines.add(Erasure.Line.kept(ref, PARTY, hold.get()));
            return lines;
        }
        PersonTraces.forgetImported(work, party.id(), texts)
                .forEach(item -> lines.add(Erasure.Line.anonymised(new Ref("crm", "import-item", item), ITEM)));
        PersonTraces.dropPairsAndPrints(work, party.id());
        events.redact(work, ref, PERSONAL_IN_EVENTS);
        merged(work, party, parts, actor, lines);
        if (!erased(party)) {
            empty(work, party, notesLeft, actor);
            work.publish(new PartyErased(ref));
        }
        lines.add(Erasure.Line.anonymised(ref, PARTY));
        return lines;
    }

    /** By what imported cards are recognised: what the party says now, and what it and its parts said before they were merged. */
    private static List<String> texts(Work work, StoredParty party, Set<Long> parts) throws SQLException {
        Set<String> texts = new LinkedHashSet<>(PersonView.texts(party.content().draft()));
        for (MergeTraces.Told told : MergeTraces.of(work, parts)) {
            told.images().forEach(image -> texts.addAll(PersonView.texts(image.draft())));
        }
        return List.copyOf(texts);
    }

    private List<String> notes(Work work, long party, ErasureContext context, List<Erasure.Line> lines)
            throws SQLException {
        List<String> left = new ArrayList<>();
        for (PersonTraces.Written note : PersonTraces.notes(work, party)) {
            Ref ref = Ref.of("crm", "note", note.id());
            Optional<Hold> hold = context.hold(ref);
            if (hold.isPresent()) {
                left.add(note.text());
                lines.add(Erasure.Line.kept(ref, NOTE, hold.get()));
            } else {
                PersonTraces.dropNote(work, note.id());
                lines.add(Erasure.Line.erased(ref, NOTE));
            }
        }
        return left;
    }

    private void relationships(Work work, long party, ErasureContext context, List<Erasure.Line> lines)
            throws SQLException {
        for (Relationship relationship : relationships.list(work, party)) {
            Ref ref = new Ref("crm", "relationship", relationship.id());
            Optional<Hold> hold = context.hold(ref);
            if (hold.isPresent()) {
                lines.add(Erasure.Line.kept(ref, RELATIONSHIP, hold.get()));
            } else {
                PersonTraces.dropRelationship(work, Tsid.parse(relationship.id()));
                lines.add(Erasure.Line.erased(ref, RELATIONSHIP));
            }
        }
    }

    private void empty(Work work, StoredParty party, List<String> notes, String actor) throws SQLException {
        PartyContent nothing = PartyContent.of(
                        PersonTraces.nobody(party.content().draft().kind()))
                .withNotes(notes);
        StoredParty emptied = party.with(nothing);
        parties.save(work, List.of(emptied), actor, "anonymised");
        parties.archive(work, emptied, true, actor);
        if (party.row().mergedInto() != null) {
            merges.empty(work, List.of(party.id()));
        }
        audit.erase(work, StoredParty.ref(party.id()), version -> null);
    }

    /** The record of a merge says nothing of these parties any more; those that became part of one were the same person. */
    private void merged(
            Work work, StoredParty party, Map<Long, StoredParty> parts, String actor, List<Erasure.Line> lines)
            throws SQLException {
        Set<Long> all = new TreeSet<>(parts.keySet());
        all.add(party.id());
        for (StoredParty part : parts.values()) {
            events.redact(work, StoredParty.ref(part.id()), PERSONAL_IN_EVENTS);
            if (!erased(part)) {
                empty(work, part, List.of(), actor);
            }
        }
        for (long merge : MergeTraces.forget(work, all)) {
            lines.add(Erasure.Line.anonymised(Ref.of("crm", "merge", merge), MERGE));
        }
    }

    private static boolean erased(StoredParty party) {
        return party.row().archived()
                && party.content()
                        .draft()
                        .equals(PersonTraces.nobody(party.content().draft().kind()));
    }
}
