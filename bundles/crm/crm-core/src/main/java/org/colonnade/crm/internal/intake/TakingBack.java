package org.colonnade.crm.internal.intake;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.colonnade.crm.api.ImportItem.Undone;
import org.colonnade.crm.api.event.PartyChanged;
import org.colonnade.crm.internal.store.ImportUndo;
import org.colonnade.crm.internal.store.PartyRemoval;
import org.colonnade.crm.internal.store.PartyStore;
import org.colonnade.crm.internal.store.StoredParty;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.audit.Change;
import org.colonnade.platform.api.dossier.Dossiers;
import org.colonnade.platform.api.record.event.RecordChanged;
import org.colonnade.platform.api.store.Work;

/** Takes back what one import did with some parties. Whoever has touched a party since keeps it. */
final class TakingBack {

    private static final String UNDONE = "undone";

    private final PartyStore parties;
    private final Dossiers dossiers;
    private final String actor;
    private final long run;

    /** @param dossiers of the platform; null while they are away */
    TakingBack(PartyStore parties, Dossiers dossiers, String actor, long run) {
        this.parties = parties;
        this.dossiers = dossiers;
        this.actor = actor;
        this.run = run;
    }

    /** Parties that were there before say again what they said then. */
    void restore(Work work, List<ImportUndo.Changed> changes) throws SQLException {
        Map<Long, ImportUndo.Standing> standing = ImportUndo.lock(
                work, changes.stream().map(ImportUndo.Changed::party).toList());
        Map<ImportUndo.Changed, Undone> verdicts = new LinkedHashMap<>();
        Set<Long> back = new HashSet<>();
        for (ImportUndo.Changed change : changes) {
            boolean mixed = change.mixed() || change.image() == null;
            Undone verdict = verdict(standing.get(change.party()), change.after(), mixed, Undone.RESTORED);
            verdicts.put(change, verdict);
            if (verdict == Undone.RESTORED) {
                back.add(change.party());
            }
        }
        ImportUndo.dropNotes(work, run, back);
        Map<Long, StoredParty> present = parties.lock(work, back);
        List<StoredParty> restored = new ArrayList<>();
        for (Map.Entry<ImportUndo.Changed, Undone> one : verdicts.entrySet()) {
            ImportUndo.Changed change = one.getKey();
            ImportUndo.settled(work, run, change, one.getValue());
            if (one.getValue() == Undone.RESTORED) {
                List<String> notes = parties.notes(work, change.party());
                StoredParty party =
                        present.get(change.party()).with(change.image().withNotes(notes));
                restored.add(party);
                ImportUndo.stands(work, change, change.after() + 1);
                work.publish(new PartyChanged(
                        StoredParty.ref(party.id()),
                        party.content().draft().displayName(),
                        party.content().draft().kind()));
            }
        }
        parties.save(work, restored, actor, UNDONE);
    }

    /** Parties that were not there before go, unless something refers to them. */
    void remove(Work work, List<ImportUndo.Made> made) throws SQLException {
        Map<Long, ImportUndo.Standing> standing =
                ImportUndo.lock(work, made.stream().map(ImportUndo.Made::party).toList());
        Map<ImportUndo.Made, Undone> verdicts = new LinkedHashMap<>();
        Set<Long> untouched = new HashSet<>();
        for (ImportUndo.Made one : made) {
            Undone verdict = verdict(standing.get(one.party()), one.after(), one.mixed(), Undone.REMOVED);
            verdicts.put(one, verdict);
            if (verdict == Undone.REMOVED) {
                untouched.add(one.party());
            }
        }
        Set<Long> used = used(work, untouched);
        untouched.removeAll(used);
        verdicts.replaceAll((one, verdict) ->
                verdict == Undone.REMOVED && used.contains(one.party()) ? Undone.KEPT_IN_USE : verdict);
        ImportUndo.dropNotes(work, run, untouched);
        PartyRemoval.remove(work, untouched);
        for (ImportUndo.Made one : made) {
            if (untouched.contains(one.party())) {
                Ref party = StoredParty.ref(one.party());
                work.record(new Change(party, UNDONE, one.after() + 1, null, null));
                work.publish(new RecordChanged(party, UNDONE, one.after() + 1, List.of()));
            }
        }
        ImportUndo.settled(work, run, verdicts);
    }

    private Set<Long> used(Work work, Set<Long> candidates) throws SQLException {
        Set<Long> used = PartyRemoval.inUse(work, candidates, run);
        if (dossiers != null) {
            for (long party : candidates) {
                if (!used.contains(party)
                        && !dossiers.counts(work, StoredParty.ref(party)).isEmpty()) {
                    used.add(party);
                }
            }
        }
        return used;
    }

    private static Undone verdict(ImportUndo.Standing now, long expected, boolean mixed, Undone otherwise) {
        if (now == null) {
            return Undone.GONE;
        }
        if (now.merged()) {
            return Undone.KEPT_MERGED;
        }
        return mixed || now.version() != expected ? Undone.KEPT_CHANGED : otherwise;
    }
}
