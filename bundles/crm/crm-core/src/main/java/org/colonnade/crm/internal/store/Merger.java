package org.colonnade.crm.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.colonnade.crm.api.Merge;
import org.colonnade.crm.api.MergeDecision;
import org.colonnade.crm.api.event.PartyMerged;
import org.colonnade.crm.api.event.PartyUnmerged;
import org.colonnade.crm.internal.card.Cards;
import org.colonnade.crm.internal.domain.ContentCheck;
import org.colonnade.crm.internal.domain.ImportRule;
import org.colonnade.crm.internal.domain.Limits;
import org.colonnade.crm.internal.domain.PartyContent;
import org.colonnade.crm.internal.domain.PhoneRule;
import org.colonnade.crm.internal.domain.merge.MergeRule;
import org.colonnade.crm.internal.domain.merge.SplitRule;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.store.Work;

/** Makes parties one in their tables, and several again. */
public final class Merger {

    private static final String RELATIONSHIPS =
            "select count(*) from crm_relationship where from_party = any (?) or to_party = any (?)";

    private final PartyStore parties;
    private final MergeStore merges = new MergeStore();
    private final Supplier<PhoneRule> phones;
    private final Supplier<ContentCheck> check;

    public Merger(PartyStore parties, Supplier<PhoneRule> phones, Supplier<ContentCheck> check) {
        this.parties = parties;
        this.phones = phones;
        this.check = check;
    }

    /**
     * The parties of a merge, locked, and what would come of it.
     *
     * @param survivor the party that stays
     * @param merged the others
     * @param result what the survivor becomes
     */
    public record Plan(StoredParty survivor, List<StoredParty> merged, MergeRule.Result result) {}

    /**
     * Looks what a merge would make.
     *
     * @throws NotFound {@code crm.party.not-found}
     * @throws Conflict {@code crm.party.merged}, {@code crm.party.archived}
     * @throws Rejected {@code crm.merge.invalid}, {@code crm.merge.too-much}
     */
    public Plan plan(Work work, long survivor, Set<Long> merged, Map<String, Ref> chosen) throws SQLException {
        Set<Long> ids = new LinkedHashSet<>(Set.of(survivor));
        ids.addAll(merged);
        Map<Long, StoredParty> all = parties.lock(work, ids);
        List<StoredParty> sides = new ArrayList<>();
        for (long id : ids) {
            sides.add(standing(all.get(id), id));
        }
        StoredParty stays = sides.get(0);
        if (stays.row().archived()) {
            throw new Conflict(
                    "crm.party.archived",
                    "The surviving party is archived; restore it before others become part of it.");
        }
        List<String> notes = new ArrayList<>();
        List<MergeRule.Side> contents = new ArrayList<>();
        for (StoredParty side : sides) {
            if (side.row().kind() != stays.row().kind()) {
                throw new Rejected("crm.merge.invalid", "A person and an organisation are not the same.")
                        .field("merged", "are of the survivor's kind");
            }
            notes.addAll(side.content().notes());
            contents.add(new MergeRule.Side(StoredParty.ref(side.id()), side.content()));
        }
        LocalDate today = LocalDate.ofInstant(work.now(), ZoneOffset.UTC);
        MergeRule.Result draft = MergeRule.merge(contents, chosen, phones.get(), today);
        MergeRule.Result result = MergeRule.merge(fitting(contents, draft.content()), chosen, phones.get(), today);
        Plan plan = new Plan(
                stays,
                List.copyOf(sides.subList(1, sides.size())),
                new MergeRule.Result(result.content().withNotes(notes), result.fields()));
        refuseTooMuch(work, plan, ids);
        return plan;
    }

    private static StoredParty standing(StoredParty party, long id) {
        if (party == null) {
            throw NotFound.of("crm", "party", Tsid.text(id));
        }
        if (party.row().mergedInto() != null) {
            throw merged(party);
        }
        return party;
    }

    /** What is answered to a change of a party that is part of another one. */
    public static Conflict merged(StoredParty party) {
        return new Conflict(
                "crm.party.merged",
                "The party is part of " + Tsid.text(party.row().mergedInto()) + " now; change that one.");
    }

    /** Of what the parties kept from cards that which still fits the fields that they have together. */
    private static List<MergeRule.Side> fitting(List<MergeRule.Side> sides, PartyContent together) {
        return sides.stream()
                .map(side -> {
                    PartyContent was = side.content();
                    List<String> kept = Cards.keptAfter(was, together.draft(), was.notes());
                    return new MergeRule.Side(
                            side.ref(), new PartyContent(was.draft(), was.lines(), was.notes(), kept));
                })
                .toList();
    }

    private void refuseTooMuch(Work work, Plan plan, Set<Long> ids) throws SQLException {
        List<String> faults = new ArrayList<>(check.get().faults(plan.result().content()));
        Connection connection = work.unwrap(Connection.class);
        long relationships = Sql.query(
                        connection,
                        RELATIONSHIPS,
                        row -> row.getLong(1),
                        Sql.ids(connection, ids),
                        Sql.ids(connection, ids))
                .get(0);
        if (relationships > Limits.RELATIONSHIPS) {
            faults.add("has more than " + Limits.RELATIONSHIPS + " relationships");
        }
        if (!faults.isEmpty()) {
            throw new Rejected(
                    "crm.merge.too-much", "One party cannot hold all of it: it " + String.join("; it ", faults) + '.');
        }
    }

    /** Makes the parties one. */
    public Merge merge(Work work, long survivor, Set<Long> merged, Map<String, Ref> chosen, String actor)
            throws SQLException {
        List<Long> order = List.copyOf(merged);
        Merge done = merges.applied(work, survivor, order);
        if (done != null) {
            return done;
        }
        Plan plan;
        try {
            plan = plan(work, survivor, merged, chosen);
        } catch (Conflict changed) {
            // the same merge may have been made while this one waited for its locks
            Merge other = merges.applied(work, survivor, order);
            if (other == null) {
                throw changed;
            }
            return other;
        }
        List<MergeJournal.Image> before = new ArrayList<>();
        before.add(MergeJournal.Image.of(plan.survivor(), plan.survivor().content()));
        plan.merged().forEach(side -> before.add(MergeJournal.Image.of(side, side.content())));
        PartyContent after = plan.result().content();
        MergeJournal journal = new MergeJournal(before, MergeJournal.Image.of(plan.survivor(), after));
        long record = merges.add(work, survivor, order, plan.result().fields(), journal, actor);
        for (StoredParty side : plan.merged()) {
            merges.moveOwn(work, record, side.id(), survivor);
            side.row().mergedInto(survivor, work.now(), actor);
            PartyTrail.write(work, side, "merged");
        }
        merges.empty(work, order);
        parties.save(
                work, List.of(plan.survivor().with(after.withNotes(parties.notes(work, survivor)))), actor, "merged");
        work.publish(new PartyMerged(StoredParty.ref(survivor), refs(order), ref(record)));
        return merges.find(work, record);
    }

    /** What has to be decided before the merge can be undone now; null if there is no such record. */
    public List<MergeDecision> decisions(Work work, long record) throws SQLException {
        MergeJournal journal = merges.journal(work, record);
        if (journal == null) {
            return null;
        }
        long survivor = journal.before().get(0).party();
        if (MergeStore.survivor(work, survivor) != null) {
            return List.of();
        }
        return split(journal, parties.find(work, survivor), Map.of()).decisions();
    }

    /**
     * Undoes a merge.
     *
     * @return the record, or null if there is none
     * @throws Conflict {@code crm.party.merged}, {@code crm.identifier.taken}
     * @throws Rejected {@code crm.merge.undecided}
     */
    public Merge revert(Work work, long record, Map<String, MergeDecision.Answer> answers, String actor)
            throws SQLException {
        MergeJournal journal = merges.lock(work, record);
        Merge merge = journal == null ? null : merges.find(work, record);
        if (merge == null || merge.state() == Merge.State.REVERTED) {
            return merge;
        }
        List<Long> ids =
                journal.before().stream().map(MergeJournal.Image::party).toList();
        Map<Long, StoredParty> all = parties.lock(work, ids);
        StoredParty survivor = standing(all.get(ids.get(0)), ids.get(0));
        SplitRule.Result split = split(journal, survivor, answers);
        refuseUndecided(split.decisions());
        for (int i = ids.size() - 1; i > 0; i--) {
            merges.putOwnBack(work, record, ids.get(i), survivor.id());
            all.get(ids.get(i)).row().mergedInto(null, work.now(), actor);
        }
        restore(work, journal, all, split.sides(), actor);
        merges.revert(work, record, actor);
        work.publish(new PartyUnmerged(StoredParty.ref(survivor.id()), refs(ids.subList(1, ids.size())), ref(record)));
        return merges.find(work, record);
    }

    private static void refuseUndecided(List<MergeDecision> decisions) {
        Rejected undecided =
                new Rejected("crm.merge.undecided", "Some changes since the merge need a decision: whose are they?");
        for (MergeDecision decision : decisions) {
            undecided = undecided.field(decision.key(), "is SURVIVOR, MERGED or BOTH");
        }
        if (!decisions.isEmpty()) {
            throw undecided;
        }
    }

    private SplitRule.Result split(
            MergeJournal journal, StoredParty survivor, Map<String, MergeDecision.Answer> answers) {
        List<PartyContent> before =
                journal.before().stream().map(MergeJournal.Image::content).toList();
        return SplitRule.split(before, journal.after().content(), survivor.content(), answers, phones.get());
    }

    /** Stores the parties as they are now; one that says again what it said was last changed when it was. */
    private void restore(
            Work work, MergeJournal journal, Map<Long, StoredParty> all, List<PartyContent> sides, String actor)
            throws SQLException {
        List<StoredParty> restored = new ArrayList<>();
        for (int i = 0; i < sides.size(); i++) {
            long id = journal.before().get(i).party();
            List<String> notes = parties.notes(work, id);
            restored.add(all.get(id).with(sides.get(i).withNotes(notes)));
        }
        parties.save(work, restored, actor, "unmerged");
        for (int i = 0; i < sides.size(); i++) {
            MergeJournal.Image image = journal.before().get(i);
            if (ImportRule.same(image.content(), sides.get(i))) {
                Instant then = image.changed();
                restored.get(i).row().touchedAsBefore(then, image.changedBy());
            }
        }
    }

    private static List<Ref> refs(List<Long> ids) {
        return ids.stream().map(StoredParty::ref).toList();
    }

    private static Ref ref(long record) {
        return Ref.of("crm", "merge", record);
    }
}
