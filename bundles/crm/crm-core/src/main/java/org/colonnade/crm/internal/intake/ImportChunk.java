package org.colonnade.crm.internal.intake;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.colonnade.crm.api.Identifier;
import org.colonnade.crm.api.ImportItem;
import org.colonnade.crm.api.Suspect;
import org.colonnade.crm.api.event.PartyChanged;
import org.colonnade.crm.api.event.PartyCreated;
import org.colonnade.crm.internal.domain.ImportRule;
import org.colonnade.crm.internal.domain.PartyContent;
import org.colonnade.crm.internal.domain.PartyRule;
import org.colonnade.crm.internal.domain.PhoneRule;
import org.colonnade.crm.internal.domain.match.MatchPolicy;
import org.colonnade.crm.internal.file.Entry;
import org.colonnade.crm.internal.store.ImportJournal;
import org.colonnade.crm.internal.store.NoteStore;
import org.colonnade.crm.internal.store.PartyStore;
import org.colonnade.crm.internal.store.StoredParty;
import org.colonnade.crm.internal.store.Suspects;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.store.Work;

/** Some cards or rows in one transaction: what is known is asked for once, what is new is written once. Takes one chunk. */
final class ImportChunk {

    private final Work work;
    private final PartyStore parties;
    private final PhoneRule phones;
    private final String actor;
    private final MatchPolicy policy;
    private final Long run;
    private final WriteGuard guard;
    private final NoteStore notes = new NoteStore();

    private final Map<Identifier, Long> owners = new HashMap<>();
    private final Map<String, Long> printed = new HashMap<>();
    private final Map<String, Long> newPrints = new LinkedHashMap<>();
    private final Map<Long, StoredParty> known = new HashMap<>();
    private final Map<Long, List<String>> newNotes = new LinkedHashMap<>();
    private final Set<Long> created = new HashSet<>();
    private final Map<Long, StoredParty> touched = new LinkedHashMap<>();
    private final Map<Long, ImportJournal.Before> before = new LinkedHashMap<>();

    /** @param run the import; null for one that is only tried */
    ImportChunk(
            Work work,
            PartyStore parties,
            PhoneRule phones,
            MatchPolicy policy,
            String actor,
            Long run,
            WriteGuard guard) {
        this.run = run;
        this.guard = guard;
        this.work = work;
        this.parties = parties;
        this.phones = phones;
        this.policy = policy;
        this.actor = actor;
    }

    /**
     * Decides on them, then writes.
     *
     * @param beside what is being written at the same time and was not stored yet
     * @param decided hears what will be written
     */
    List<ImportItem> take(
            Portion portion, Map<Long, Suspects.Known> beside, Consumer<Map<Long, Suspects.Known>> decided)
            throws SQLException {
        load(portion);
        List<ImportItem> items = new ArrayList<>();
        for (int i = 0; i < portion.size(); i++) {
            Entry entry = portion.entries().get(i);
            items.add(
                    entry.content() == null
                            ? item(entry, ImportItem.Status.REFUSED, null, List.of())
                            : decide(entry, portion.prints().get(i)));
        }
        Map<Long, Suspects.Known> own = Suspects.said(touched.values(), phones, policy);
        decided.accept(own);
        List<ImportItem> looked = withSuspects(items, Suspects.atFirstSight(work, own, beside, policy));
        save();
        return looked;
    }

    /** The parties that were there and got something new, as they were before. */
    Map<Long, ImportJournal.Before> before() {
        return before;
    }

    private void load(Portion portion) throws SQLException {
        owners.putAll(parties.owners(work, portion.identifiers()));
        printed.putAll(parties.printed(
                work, portion.prints().stream().filter(print -> print != null).toList()));
        Set<Long> ids = new HashSet<>(owners.values());
        ids.addAll(printed.values());
        known.putAll(parties.lock(work, ids));
        if (known.values().stream().anyMatch(party -> party.row().mergedInto() != null)) {
            // somebody merged one of them before it was locked; its identifiers are the survivor's now
            owners.clear();
            printed.clear();
            known.clear();
            load(portion);
        }
    }

    private ImportItem decide(Entry entry, String print) {
        PartyContent says = entry.content();
        Long owner = owner(says);
        if (owner == null && printed.containsKey(print)) {
            return item(entry, ImportItem.Status.UNCHANGED, known.get(printed.get(print)), List.of());
        }
        if (owner == null) {
            List<String> forbidden = guard.faults(null, says);
            return forbidden.isEmpty()
                    ? item(entry, ImportItem.Status.CREATED, create(says, print), List.of())
                    : withheld(entry, forbidden);
        }
        List<String> messages = new ArrayList<>();
        StoredParty present = known.get(owner);
        PartyContent merged = ImportRule.merge(present.content(), ownOnly(says, owner, messages), phones);
        if (ImportRule.same(present.content(), merged)) {
            return item(entry, ImportItem.Status.UNCHANGED, present, messages);
        }
        List<String> forbidden = guard.faults(present.content(), merged);
        if (!forbidden.isEmpty()) {
            return withheld(entry, forbidden);
        }
        StoredParty updated = present.with(merged);
        if (!created.contains(owner)) {
            before.putIfAbsent(
                    owner,
                    new ImportJournal.Before(present.content(), present.row().version()));
        }
        merged.notes().stream().skip(present.content().notes().size()).forEach(note -> noted(owner, note));
        known.put(owner, updated);
        touched.put(owner, updated);
        merged.draft().identifiers().forEach(identifier -> owners.put(identifier, owner));
        return item(entry, ImportItem.Status.UPDATED, updated, messages);
    }

    private StoredParty create(PartyContent says, String print) {
        boolean anonymous = says.draft().identifiers().isEmpty();
        PartyContent content = says.with(PartyRule.withUid(says.draft()));
        StoredParty party = parties.make(work, content, actor);
        known.put(party.id(), party);
        touched.put(party.id(), party);
        created.add(party.id());
        content.notes().forEach(note -> noted(party.id(), note));
        content.draft().identifiers().forEach(identifier -> owners.put(identifier, party.id()));
        if (anonymous) {
            printed.put(print, party.id());
            newPrints.put(print, party.id());
        }
        return party;
    }

    private void noted(long party, String note) {
        newNotes.computeIfAbsent(party, id -> new ArrayList<>()).add(note);
    }

    /** Whose card it is: the UID says it first. */
    private Long owner(PartyContent says) {
        String uid = PartyRule.uid(says.draft());
        Long owner = uid == null ? null : owners.get(new Identifier(Identifier.VCARD_UID, uid));
        owner = uid == null || owner != null ? owner : owners.get(new Identifier(Identifier.MERGED_UID, uid));
        for (Identifier identifier : says.draft().identifiers()) {
            owner = owner == null ? owners.get(identifier) : owner;
        }
        return owner;
    }

    /** An identifier that another party has stays with it. */
    private PartyContent ownOnly(PartyContent says, long owner, List<String> messages) {
        List<Identifier> own = says.draft().identifiers().stream()
                .filter(identifier -> owners.getOrDefault(identifier, owner) == owner)
                .toList();
        if (own.size() < says.draft().identifiers().size()) {
            messages.add("Another party has one of the identifiers; it was left there.");
        }
        return says.with(PartyRule.identified(says.draft(), own));
    }

    private void save() throws SQLException {
        parties.save(work, touched.values(), actor, "changed");
        parties.print(work, newPrints);
        newNotes.forEach((party, texts) -> texts.forEach(text -> notes.add(work, party, text, actor, run)));
        for (StoredParty party : touched.values()) {
            String name = party.content().draft().displayName();
            work.publish(
                    created.contains(party.id())
                            ? new PartyCreated(
                                    StoredParty.ref(party.id()),
                                    name,
                                    party.content().draft().kind())
                            : new PartyChanged(
                                    StoredParty.ref(party.id()),
                                    name,
                                    party.content().draft().kind()));
        }
    }

    /** Of two parties in one file the later one is told that it may be the earlier one. */
    private static List<ImportItem> withSuspects(List<ImportItem> items, Map<Long, List<Suspect>> suspects) {
        return items.stream()
                .map(item -> {
                    boolean stored =
                            item.status() == ImportItem.Status.CREATED || item.status() == ImportItem.Status.UPDATED;
                    List<Suspect> all = stored ? suspects.getOrDefault(Tsid.parse(item.party()), List.of()) : List.of();
                    List<Suspect> earlier = all.stream()
                            .filter(suspect -> suspect.party().id().compareTo(item.party()) < 0)
                            .map(ImportChunk::withoutFields)
                            .toList();
                    return earlier.isEmpty()
                            ? item
                            : new ImportItem(
                                    item.position(),
                                    item.line(),
                                    item.status(),
                                    item.party(),
                                    item.name(),
                                    item.code(),
                                    item.messages(),
                                    earlier,
                                    null);
                })
                .toList();
    }

    /** What the other one says is not kept beside an import. */
    private static Suspect withoutFields(Suspect s) {
        return new Suspect(s.party(), s.displayName(), s.strength(), s.reasons(), s.score(), List.of());
    }

    private static ImportItem withheld(Entry entry, List<String> faults) {
        return item(entry.refused(WriteGuard.CODE, faults), ImportItem.Status.REFUSED, null, List.of());
    }

    private static ImportItem item(Entry entry, ImportItem.Status status, StoredParty party, List<String> more) {
        List<String> messages = new ArrayList<>(entry.messages());
        messages.addAll(more);
        if (party != null && party.row().archived()) {
            messages.add("The party is archived.");
        }
        return new ImportItem(
                entry.position(),
                entry.line(),
                status,
                party == null ? null : Tsid.text(party.id()),
                party == null ? null : party.content().draft().displayName(),
                entry.code(),
                messages,
                List.of(),
                null);
    }
}
