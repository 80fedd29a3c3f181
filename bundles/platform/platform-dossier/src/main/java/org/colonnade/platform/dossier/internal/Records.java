package org.colonnade.platform.dossier.internal;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.dossier.RecordAccess;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.dossier.internal.store.Kinds;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Asks the function that keeps a record whether somebody may reach it; whatever function is installed now. */
@Component(service = Records.class)
public final class Records {

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    final List<RecordAccess> accesses = new CopyOnWriteArrayList<>();

    @Activate
    public Records() {}

    /** For tests: with these. */
    Records(Collection<RecordAccess> accesses) {
        this.accesses.addAll(accesses);
    }

    /**
     * Lets those pass who may see the record.
     *
     * @return the reference in its one spelling
     * @throws NotFound {@code platform.record.unknown}, or what the function says
     */
    public Ref read(Actor actor, Ref record) {
        RecordAccess access = of(record);
        Ref canonical = access.canonical(record);
        access.requireRead(actor, canonical);
        return canonical;
    }

    /** Lets those pass who may change the record. As {@link #read}. */
    public Ref change(Actor actor, Ref record) {
        RecordAccess access = of(record);
        Ref canonical = access.canonical(record);
        access.requireChange(actor, canonical);
        return canonical;
    }

    /** Those of the records that the actor may see; those of functions that are not installed are not among them. */
    public Set<Ref> readable(Actor actor, Collection<Ref> records) {
        Map<RecordAccess, Set<Ref>> asked = new LinkedHashMap<>();
        for (Ref record : records) {
            find(record).ifPresent(access -> asked.computeIfAbsent(access, any -> new LinkedHashSet<>())
                    .add(record));
        }
        Set<Ref> readable = new HashSet<>();
        asked.forEach((access, some) -> readable.addAll(access.readable(actor, some)));
        return readable;
    }

    /** @throws NotFound {@code platform.record.unknown} */
    public RecordAccess of(Ref kind) {
        return find(kind)
                .orElseThrow(() -> new NotFound(
                        "platform.record.unknown",
                        "No function that is installed now keeps records of the kind '" + Kinds.of(kind)
                                + "'; if it is a function's, that function is not installed or not running."));
    }

    private Optional<RecordAccess> find(Ref kind) {
        return accesses.stream().filter(access -> access.knows(kind)).findFirst();
    }
}
