package org.colonnade.crm.internal.party;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colonnade.crm.api.Identifier;
import org.colonnade.crm.api.PartyDirectory;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.internal.card.Cards;
import org.colonnade.crm.internal.domain.PartyContent;
import org.colonnade.crm.internal.domain.PartyRule;
import org.colonnade.crm.internal.store.MergeStore;
import org.colonnade.crm.internal.store.PartyStore;
import org.colonnade.crm.internal.store.StoredParty;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Reach;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordRows;
import org.colonnade.platform.api.store.Work;

/** Parties lie in several tables, because their contact points, tags and identifiers are looked for by themselves. */
final class PartyRows implements RecordRows<PartyRecord> {

    private final PartyStore parties;

    PartyRows(PartyStore parties) {
        this.parties = parties;
    }

    @Override
    public Map<Long, Kept<PartyRecord>> load(Work work, Collection<Long> ids) throws SQLException {
        Map<Long, Kept<PartyRecord>> found = new HashMap<>();
        for (StoredParty party : parties.rows(work, ids).values()) {
            found.put(party.id(), kept(work, party));
        }
        return found;
    }

    @Override
    public Kept<PartyRecord> lock(Work work, long id) throws SQLException {
        StoredParty party = parties.lock(work, id);
        return party == null ? null : kept(work, party);
    }

    @Override
    public Map<Long, Kept<PartyRecord>> lock(Work work, Collection<Long> ids) throws SQLException {
        Map<Long, Kept<PartyRecord>> found = new HashMap<>();
        for (StoredParty party : parties.lock(work, ids).values()) {
            found.put(party.id(), kept(work, party));
        }
        return found;
    }

    @Override
    public List<String> tables() {
        return PartyStore.TABLES.subList(1, PartyStore.TABLES.size());
    }

    private static Kept<PartyRecord> kept(Work work, StoredParty party) throws SQLException {
        Long living = party.row().mergedInto() == null ? null : MergeStore.survivor(work, party.id());
        return new Kept<>(
                Tsid.text(party.id()),
                party.row().version(),
                party.row().archived(),
                party.row().createdAt(),
                party.row().createdBy(),
                party.changedAt(),
                party.row().changedBy(),
                PartyRecord.of(party.view(living)));
    }

    @Override
    public Kept<PartyRecord> save(Work work, Kept<PartyRecord> before, Kept<PartyRecord> after) throws SQLException {
        return save(work, List.of(new Step<>(before, after))).get(0);
    }

    @Override
    public List<Kept<PartyRecord>> save(Work work, List<Step<PartyRecord>> steps) throws SQLException {
        notTaken(work, steps);
        Map<Long, StoredParty> present = parties.lock(
                work,
                steps.stream()
                        .filter(step -> step.before() != null)
                        .map(step -> Tsid.parse(step.after().id()))
                        .toList());
        List<StoredParty> stored = new ArrayList<>();
        Map<String, StoredParty> changed = new HashMap<>();
        List<Kept<PartyRecord>> saved = new ArrayList<>();
        for (Step<PartyRecord> step : steps) {
            Kept<PartyRecord> after = step.after();
            if (step.before() == null) {
                saved.add(add(work, after, stored));
                continue;
            }
            StoredParty there = present.get(Tsid.parse(after.id()));
            if (step.before().archived() != after.archived()) {
                parties.putAway(work, there, after.archived(), after.changedBy());
            }
            if (!step.before().value().equals(after.value())) {
                changed.put(after.id(), changed(there, after));
                stored.add(changed.get(after.id()));
            }
            saved.add(after);
        }
        parties.put(work, stored, steps.get(0).after().changedBy());
        saved.replaceAll(after -> seen(after, changed.get(after.id())));
        return saved;
    }

    /** A UID that is made here was never anybody's, so whether another party has it is not asked. */
    private Kept<PartyRecord> add(Work work, Kept<PartyRecord> fresh, List<StoredParty> stored) throws SQLException {
        PartyRecord value = fresh.value();
        PartyDraft draft = PartyRule.withUid(value.draft());
        stored.add(parties.make(work, Tsid.parse(fresh.id()), PartyContent.of(draft), fresh.changedBy()));
        return fresh.with(PartyRecord.of(draft, value.kept(), value.mergedInto()));
    }

    /** What was stored of a change says once more which properties are kept. */
    private static Kept<PartyRecord> seen(Kept<PartyRecord> after, StoredParty changed) {
        return changed == null ? after : after.with(PartyRecord.of(changed.view()));
    }

    private static StoredParty changed(StoredParty present, Kept<PartyRecord> after) {
        PartyContent old = present.content();
        PartyDraft draft = after.value().draft();
        return present.with(new PartyContent(
                draft, old.linesFor(draft.contactPoints()), old.notes(), Cards.keptAfter(old, draft, old.notes())));
    }

    @Override
    public boolean remove(Work work, Kept<PartyRecord> record) throws SQLException {
        return parties.remove(work, Tsid.parse(record.id()));
    }

    /** Which one it is, for those who would see it. */
    private static String named(long owner) {
        Actor actor = Caller.current().actor();
        return actor.reach(PartyDirectory.READ) == Reach.ALL ? ", " + Tsid.text(owner) + "," : "";
    }

    /** In the order of the steps: what one gives up the next may have. */
    private void notTaken(Work work, List<Step<PartyRecord>> steps) throws SQLException {
        Map<Identifier, Long> owners = parties.owners(
                work,
                steps.stream()
                        .flatMap(step -> step.after().value().identifiers().stream())
                        .toList());
        for (Step<PartyRecord> step : steps) {
            long self = Tsid.parse(step.after().id());
            notTaken(owners, step.after().value().identifiers(), self);
            if (step.before() != null) {
                step.before().value().identifiers().forEach(identifier -> owners.remove(identifier, self));
            }
            step.after().value().identifiers().forEach(identifier -> owners.put(identifier, self));
        }
    }

    private static void notTaken(Map<Identifier, Long> owners, List<Identifier> identifiers, long self) {
        for (Identifier identifier : identifiers) {
            Long owner = owners.get(identifier);
            if (owner != null && owner != self) {
                throw new Conflict(
                        "crm.identifier.taken",
                        "Another party" + named(owner) + " has the identifier '" + identifier.scheme()
                                + "' that you give.");
            }
        }
    }
}
