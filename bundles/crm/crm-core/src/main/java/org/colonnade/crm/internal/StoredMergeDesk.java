package org.colonnade.crm.internal;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.colonnade.crm.api.Merge;
import org.colonnade.crm.api.MergeDecision;
import org.colonnade.crm.api.MergeDesk;
import org.colonnade.crm.api.MergePreview;
import org.colonnade.crm.api.MergeRequest;
import org.colonnade.crm.api.PartyDirectory;
import org.colonnade.crm.api.RevertRequest;
import org.colonnade.crm.internal.domain.merge.MergeRule;
import org.colonnade.crm.internal.party.Parties;
import org.colonnade.crm.internal.store.DuplicateStore;
import org.colonnade.crm.internal.store.MergeStore;
import org.colonnade.crm.internal.store.Merger;
import org.colonnade.crm.internal.store.PartyStore;
import org.colonnade.crm.internal.store.StoredParty;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Merges parties in crm's own tables. */
@Component(service = MergeDesk.class)
public class StoredMergeDesk implements MergeDesk {

    private static final int MOST = 20;
    private static final String PARTY = "crm:party:";

    private final Tx tx;
    private final Parties records;
    private final DuplicateStore duplicates;
    private final MergeStore merges = new MergeStore();
    private final Merger merger;

    @Activate
    public StoredMergeDesk(
            @Reference(target = "(module=crm)") Tx tx, @Reference CrmSettings settings, @Reference Parties records) {
        this.records = records;
        this.tx = tx;
        PartyStore parties = new PartyStore(settings::phones);
        this.duplicates = new DuplicateStore(parties, settings::policy);
        this.merger = new Merger(parties, settings::phones, settings::check);
    }

    /** A request that makes sense, with ids instead of texts. */
    private record Wish(long survivor, Set<Long> merged, Map<String, Ref> chosen) {

        static Wish of(MergeRequest request) {
            Fields fields = new Fields();
            Set<String> merged = new LinkedHashSet<>();
            request.merged().forEach(id -> merged.add(bare(id)));
            if (request.survivor() == null) {
                fields.wrong("survivor", "is required");
            }
            if (merged.isEmpty() || merged.size() > MOST || merged.contains("")) {
                fields.wrong("merged", "are one to " + MOST + " parties");
            }
            String survivor = bare(request.survivor());
            if (merged.contains(survivor)) {
                fields.wrong("merged", "are other parties than the survivor");
            }
            Map<String, Ref> chosen = new LinkedHashMap<>();
            request.fields().forEach((field, party) -> {
                if (!MergeRule.knows(field)) {
                    fields.wrong("fields." + cut(field), "is no field that has one value");
                } else if (!merged.contains(bare(party)) && !bare(party).equals(survivor)) {
                    fields.wrong("fields." + field, "is none of the parties");
                } else {
                    chosen.put(field, StoredParty.ref(known(bare(party))));
                }
            });
            fields.orReject("crm.merge.invalid");
            Set<Long> ids = new LinkedHashSet<>();
            merged.forEach(id -> ids.add(known(id)));
            return new Wish(known(survivor), ids, chosen);
        }

        private static long known(String id) {
            long number = Tsid.parse(id);
            if (number < 0) {
                throw NotFound.of("crm", "party", id);
            }
            return number;
        }

        private static String bare(String id) {
            String bare = id == null ? "" : id.startsWith(PARTY) ? id.substring(PARTY.length()) : id;
            long number = Tsid.parse(bare);
            return number < 0 ? bare : Tsid.text(number);
        }

        private static String cut(String field) {
            return field.length() > 40 ? field.substring(0, 40) : field;
        }
    }

    @Override
    public Merge merge(Actor actor, MergeRequest request) {
        actor.require(MERGE);
        records.allFields(actor);
        Wish wish = Wish.of(request);
        return tx.write(work -> {
            mayChange(work, actor, wish.survivor(), wish.merged());
            return merger.merge(
                    work,
                    wish.survivor(),
                    wish.merged(),
                    wish.chosen(),
                    actor.ref().toString());
        });
    }

    @Override
    public MergePreview preview(Actor actor, MergeRequest request) {
        actor.require(MERGE);
        records.allFields(actor);
        Wish wish = Wish.of(request);
        return tx.write(work -> {
            work.rollbackOnly();
            mayChange(work, actor, wish.survivor(), wish.merged());
            MergeRule.Result result = merger.plan(work, wish.survivor(), wish.merged(), wish.chosen())
                    .result();
            return new MergePreview(result.content().draft(), result.fields());
        });
    }

    @Override
    public Merge mergeDuplicate(Actor actor, String duplicateId) {
        actor.require(MERGE);
        records.allFields(actor);
        return tx.write(work -> {
            DuplicateStore.Pair pair = duplicates.pair(work, Tsid.parse(duplicateId));
            if (pair == null) {
                throw NotFound.of("crm", "duplicate", duplicateId);
            }
            mayChange(work, actor, pair.one(), Set.of(pair.other()));
            return merger.merge(
                    work,
                    pair.one(),
                    Set.of(pair.other()),
                    Map.of(),
                    actor.ref().toString());
        });
    }

    @Override
    public Merge get(Actor actor, String mergeId) {
        actor.require(PartyDirectory.READ);
        records.allFields(actor);
        return tx.read(work -> {
            Merge merge = seen(work, actor, merges.find(work, Tsid.parse(mergeId)));
            if (merge == null) {
                throw NotFound.of("crm", "merge", mergeId);
            }
            return merge.state() == Merge.State.APPLIED
                    ? with(merge, merger.decisions(work, Tsid.parse(mergeId)))
                    : merge;
        });
    }

    @Override
    public Page<Merge> list(Actor actor, PageRequest page) {
        actor.require(PartyDirectory.READ);
        records.allFields(actor);
        return tx.read(work ->
                records.seen(work, actor, page, part -> merges.list(work, part), StoredMergeDesk::sides, Merge::id));
    }

    @Override
    public Merge revert(Actor actor, String mergeId, RevertRequest request) {
        actor.require(MERGE);
        records.allFields(actor);
        return tx.write(work -> {
            Merge known = seen(work, actor, merges.find(work, Tsid.parse(mergeId)));
            if (known == null) {
                throw NotFound.of("crm", "merge", mergeId);
            }
            records.requireChange(work, actor, sides(known).toList());
            Merge merge = merger.revert(
                    work, Tsid.parse(mergeId), request.decisions(), actor.ref().toString());
            if (merge == null) {
                throw NotFound.of("crm", "merge", mergeId);
            }
            return merge;
        });
    }

    /** Whoever merges changes all of them. */
    private void mayChange(Work work, Actor actor, long survivor, Set<Long> merged) throws SQLException {
        Set<Long> all = new LinkedHashSet<>(merged);
        all.add(survivor);
        records.requireChange(work, actor, all);
    }

    private Merge seen(Work work, Actor actor, Merge merge) throws SQLException {
        return merge == null
                        || records.seen(work, actor, List.of(merge), StoredMergeDesk::sides)
                                .isEmpty()
                ? null
                : merge;
    }

    private static Stream<Long> sides(Merge merge) {
        return Stream.concat(Stream.of(merge.survivor()), merge.merged().stream())
                .map(StoredParty::id);
    }

    private static Merge with(Merge merge, List<MergeDecision> decisions) {
        return new Merge(
                merge.id(),
                merge.survivor(),
                merge.merged(),
                merge.state(),
                merge.fields(),
                merge.moves(),
                decisions,
                merge.mergedAt(),
                merge.mergedBy(),
                merge.revertedAt(),
                merge.revertedBy());
    }
}
