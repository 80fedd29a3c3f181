package org.colonnade.platform.dossier.internal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.dossier.Lookup;
import org.colonnade.platform.api.dossier.TagCount;
import org.colonnade.platform.api.dossier.Tags;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.dossier.internal.domain.Folded;
import org.colonnade.platform.dossier.internal.domain.TagRule;
import org.colonnade.platform.dossier.internal.store.Kinds;
import org.colonnade.platform.dossier.internal.store.StoreFault;
import org.colonnade.platform.dossier.internal.store.TagStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tags, in the transaction of whoever asks. */
@Component(service = Tags.class)
public final class StoredTags implements Tags {

    /** @param tablesAreThere is not used: with this service the tables are in the version that is needed */
    @Activate
    public StoredTags(@Reference(target = "(module=dossier)") Tx tablesAreThere) {
        this();
    }

    StoredTags() {}

    @Override
    public void check(Collection<String> tags, Fields faults) {
        TagRule.check(tags, faults);
    }

    @Override
    public List<String> set(Work work, Ref record, Collection<String> tags) {
        return change(work, record, tags, (present, given) -> given);
    }

    @Override
    public List<String> add(Work work, Ref record, Collection<String> tags) {
        return change(work, record, tags, (present, given) -> {
            Map<String, String> all = new LinkedHashMap<>(present);
            given.forEach(all::putIfAbsent);
            return all;
        });
    }

    @Override
    public List<String> remove(Work work, Ref record, Collection<String> tags) {
        return change(work, record, tags, (present, given) -> {
            Map<String, String> rest = new LinkedHashMap<>(present);
            rest.keySet().removeAll(given.keySet());
            return rest;
        });
    }

    private static List<String> change(
            Work work,
            Ref record,
            Collection<String> tags,
            BiFunction<Map<String, String>, Map<String, String>, Map<String, String>> rule) {
        Collection<String> given = tags == null ? List.of() : tags;
        refuse(given);
        return StoreFault.translated(() -> {
            Map<String, String> present =
                    TagStore.of(work, Kinds.of(record), List.of(record.id())).getOrDefault(record.id(), Map.of());
            Map<String, String> wanted = rule.apply(present, TagRule.keyed(given));
            refuse(wanted.values());
            TagStore.set(work, record, present, wanted);
            List<String> kept = new ArrayList<>();
            wanted.forEach((key, tag) -> kept.add(present.getOrDefault(key, tag)));
            return kept;
        });
    }

    private static void refuse(Collection<String> tags) {
        Fields faults = new Fields();
        TagRule.check(tags, faults);
        faults.orReject("platform.tag.invalid");
    }

    @Override
    public Map<Ref, List<String>> of(Work work, Collection<Ref> records) {
        return StoreFault.translated(() -> read(work, records));
    }

    private static Map<Ref, List<String>> read(Work work, Collection<Ref> records) throws SQLException {
        Map<Ref, List<String>> all = new HashMap<>();
        for (Map.Entry<String, Set<String>> kind : TagStore.byKind(records).entrySet()) {
            TagStore.of(work, kind.getKey(), kind.getValue())
                    .forEach((id, tags) -> all.put(Kinds.ref(kind.getKey(), id), List.copyOf(tags.values())));
        }
        return all;
    }

    @Override
    public List<TagCount> counts(Work work, Ref kind) {
        return StoreFault.translated(() -> TagStore.counts(work, Kinds.of(kind)));
    }

    @Override
    public Page<Ref> records(Work work, Ref kind, String tag, PageRequest page) {
        return StoreFault.translated(() -> TagStore.records(work, Kinds.of(kind), Folded.text(tag), page));
    }

    @Override
    public Lookup lookup(Ref kind) {
        return new Lookup(
                "dossier_tag",
                "kind",
                Kinds.of(kind),
                "record_no",
                "tag_key",
                Lookup.Order.TEXT,
                false,
                tag -> Folded.text(String.valueOf(tag)));
    }
}
