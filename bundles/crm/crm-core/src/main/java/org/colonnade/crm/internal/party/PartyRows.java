package org.colonnade.crm.internal.party;

import java.sql.SQLException;
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
        long id = Tsid.parse(after.id());
        PartyDraft draft = after.value().draft();
        notTaken(work, draft, id);
        if (before == null) {
            return add(work, after);
        }
        StoredParty present = parties.lock(work, id);
        if (before.archived() != after.archived()) {
            parties.putAway(work, present, after.archived(), after.changedBy());
        }
        if (before.value().equals(after.value())) {
            return after;
        }
        PartyContent old = present.content();
        PartyContent content = new PartyContent(
                draft, old.linesFor(draft.contactPoints()), old.notes(), Cards.keptAfter(old, draft, old.notes()));
        StoredParty changed = present.with(content);
        parties.put(work, List.of(changed), after.changedBy());
        return after.with(PartyRecord.of(changed.view()));
    }

    /** A UID that is made here was never anybody's, so whether another party has it is not asked. */
    private Kept<PartyRecord> add(Work work, Kept<PartyRecord> fresh) throws SQLException {
        PartyRecord value = fresh.value();
        PartyDraft draft = PartyRule.withUid(value.draft());
        StoredParty made = parties.make(work, Tsid.parse(fresh.id()), PartyContent.of(draft), fresh.changedBy());
        parties.put(work, List.of(made), fresh.changedBy());
        return fresh.with(PartyRecord.of(draft, value.kept(), value.mergedInto()));
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

    private void notTaken(Work work, PartyDraft draft, long self) throws SQLException {
        Map<Identifier, Long> owners = parties.owners(work, draft.identifiers());
        for (Identifier identifier : draft.identifiers()) {
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
