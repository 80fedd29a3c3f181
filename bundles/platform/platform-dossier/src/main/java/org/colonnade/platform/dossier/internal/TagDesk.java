package org.colonnade.platform.dossier.internal;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.dossier.TagCount;
import org.colonnade.platform.api.dossier.Tags;
import org.colonnade.platform.api.store.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tags on somebody's behalf, who must be able to reach the record. */
@Component(service = TagDesk.class)
public final class TagDesk {

    private final Tx tx;
    private final Tags tags;
    private final Records records;

    @Activate
    public TagDesk(@Reference(target = "(module=dossier)") Tx tx, @Reference Tags tags, @Reference Records records) {
        this.tx = tx;
        this.tags = tags;
        this.records = records;
    }

    public List<String> of(Actor actor, Ref ref) {
        actor.require(DossierModule.READ);
        Ref record = records.read(actor, ref);
        return tx.read(work -> tags.of(work, List.of(record))).getOrDefault(record, List.of());
    }

    public List<String> set(Actor actor, Ref ref, Collection<String> wanted) {
        actor.require(DossierModule.CHANGE);
        Ref record = records.change(actor, ref);
        return tx.write(work -> tags.set(work, record, wanted));
    }

    public List<TagCount> counts(Actor actor, Ref kind) {
        actor.require(DossierModule.READ);
        records.of(kind).requireKind(actor, kind);
        return tx.read(work -> tags.counts(work, kind));
    }

    public Page<Ref> records(Actor actor, Ref kind, String tag, PageRequest page) {
        actor.require(DossierModule.READ);
        records.of(kind).requireKind(actor, kind);
        return tx.read(work -> tags.records(work, kind, tag, page));
    }

    public Set<Ref> readable(Actor actor, Collection<Ref> some) {
        return records.readable(actor, some);
    }
}
