package org.colonnade.platform.records.internal;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.dossier.RecordAccess;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.record.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lets the dossiers of records be reached by those who may reach the records. */
@Component(service = RecordAccess.class)
public final class KindAccess implements RecordAccess {

    private final Shelf shelf;

    @Activate
    public KindAccess(@Reference Shelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public boolean knows(Ref kind) {
        return shelf.find(kind) != null;
    }

    @Override
    public void requireRead(Actor actor, Ref record) {
        there(record).read(actor, record.id());
    }

    @Override
    public void requireChange(Actor actor, Ref record) {
        there(record).requireChange(actor, record.id());
    }

    @Override
    public void requireKind(Actor actor, Ref kind) {
        Upkeep<?, ?> upkeep = there(kind);
        actor.require(upkeep.kind().readPermission());
        if (!upkeep.seesAll(actor)) {
            throw new Forbidden(
                    "platform.scope.withheld", "This goes by all records of a kind, and you see a part of them only.");
        }
    }

    @Override
    public boolean seesAll(Actor actor, Ref kind) {
        Upkeep<?, ?> upkeep = there(kind);
        return actor.may(upkeep.kind().readPermission()) && upkeep.seesAll(actor);
    }

    @Override
    public boolean seesWhole(Actor actor, Ref kind) {
        return there(kind).sight(actor).clear();
    }

    @Override
    public Set<Ref> readable(Actor actor, Collection<Ref> records) {
        Set<Ref> readable = new HashSet<>();
        records.stream()
                .filter(this::knows)
                .collect(Collectors.groupingBy(record -> record.module() + ':' + record.type()))
                .forEach((kind, some) -> {
                    Upkeep<?, ?> upkeep = there(some.get(0));
                    if (actor.may(upkeep.kind().readPermission())) {
                        Set<String> ids = existing(actor, upkeep, some);
                        some.stream().filter(one -> ids.contains(one.id())).forEach(readable::add);
                    }
                });
        return readable;
    }

    private static <V extends Record> Set<String> existing(Actor actor, Upkeep<V, ?> upkeep, List<Ref> records) {
        List<Long> numbers =
                records.stream().map(record -> Tsid.parse(record.id())).toList();
        return upkeep.tx().read(work -> upkeep.book().inOrder(work, numbers).stream()
                .filter(record -> upkeep.visible(actor, record))
                .map(Kept::id)
                .collect(Collectors.toSet()));
    }

    private Upkeep<?, ?> there(Ref record) {
        Upkeep<?, ?> upkeep = shelf.find(record);
        if (upkeep == null) {
            throw NotFound.of(record.module(), record.type(), record.id());
        }
        return upkeep;
    }
}
