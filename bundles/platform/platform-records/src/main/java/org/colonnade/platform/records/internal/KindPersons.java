package org.colonnade.platform.records.internal;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.privacy.Erasure;
import org.colonnade.platform.api.privacy.ErasureContext;
import org.colonnade.platform.api.privacy.Hold;
import org.colonnade.platform.api.privacy.PersonFacts;
import org.colonnade.platform.api.privacy.PersonQuery;
import org.colonnade.platform.api.privacy.PersonalData;
import org.colonnade.platform.api.privacy.PersonalExport;
import org.colonnade.platform.api.privacy.PersonalItem;
import org.colonnade.platform.api.privacy.PersonalRecord;
import org.colonnade.platform.api.record.FieldType;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordField;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.records.internal.query.Condition;
import org.colonnade.platform.records.internal.query.Target;
import org.colonnade.platform.records.internal.query.Targets;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What the declared records of all functions say about persons: a record is about the person that it refers to, or is that person
 * itself.
 */
@Component(service = PersonalData.class)
public final class KindPersons implements PersonalData {

    private static final int MOST = 1_000;

    private final Shelf shelf;
    private final Companions companions;

    @Activate
    public KindPersons(@Reference Shelf shelf, @Reference Companions companions) {
        this.shelf = shelf;
        this.companions = companions;
    }

    @Override
    public String module() {
        return "records";
    }

    @Override
    public List<PersonalRecord> find(PersonQuery query) {
        List<PersonalRecord> all = new ArrayList<>();
        for (Upkeep<?, ?> upkeep : personal()) {
            all.addAll(find(upkeep, query));
        }
        return all.subList(0, Math.min(all.size(), query.limit()));
    }

    private <V extends Record, D extends Record> List<PersonalRecord> find(Upkeep<V, D> upkeep, PersonQuery query) {
        Set<Kept<V>> found = new LinkedHashSet<>();
        List<Condition> same = new ArrayList<>();
        equal(upkeep, "email", query.facts().emails(), same);
        equal(upkeep, "phone", query.facts().phones(), same);
        upkeep.tx().read(work -> {
            List<Long> own = query.refs().stream()
                    .filter(ref -> upkeep.kind().key().equals(ref.module() + ':' + ref.type()))
                    .map(ref -> Tsid.parse(ref.id()))
                    .toList();
            found.addAll(upkeep.book().inOrder(work, own));
            return same.isEmpty()
                    ? false
                    : found.addAll(upkeep.book().matching(work, new Condition.Any(same), query.limit()));
        });
        return found.stream()
                .map(record -> new PersonalRecord(
                        upkeep.kind().ref(record.id()), upkeep.kind().key(), facts(upkeep, record.value())))
                .toList();
    }

    private static void equal(Upkeep<?, ?> upkeep, String name, Set<String> values, List<Condition> into) {
        RecordField field = upkeep.plan().field(name);
        Target target = field == null || !field.personal() || field.type() != FieldType.TEXT
                ? null
                : new Targets(upkeep.kind())
                        .seenBy(any -> true, any -> java.util.Optional.empty())
                        .apply(name);
        if (target != null) {
            values.forEach(value -> into.add(new Condition.Compare(target, Condition.Operator.EQUAL, value)));
        }
    }

    private static <V extends Record> PersonFacts facts(Upkeep<V, ?> upkeep, V value) {
        return new PersonFacts(Set.of(), null, text(upkeep, value, "email"), text(upkeep, value, "phone"));
    }

    private static <V extends Record> Set<String> text(Upkeep<V, ?> upkeep, V value, String name) {
        int place = upkeep.plan().view().place(name);
        boolean known = place >= 0 && upkeep.kind().fields().get(place).personal();
        return known && upkeep.plan().view().get(value, place) instanceof String said && !said.isEmpty()
                ? Set.of(name.equals("email") ? said.toLowerCase(java.util.Locale.ROOT) : said)
                : Set.of();
    }

    @Override
    public void export(Ref person, PersonalExport out) throws IOException {
        for (Upkeep<?, ?> upkeep : personal()) {
            export(upkeep, person, out);
        }
    }

    private <V extends Record, D extends Record> void export(Upkeep<V, D> upkeep, Ref person, PersonalExport out)
            throws IOException {
        Eraser<V, D> eraser = new Eraser<>(upkeep, companions);
        for (Kept<V> record : upkeep.tx().read(work -> about(work, upkeep, person))) {
            Map<String, Object> fields = eraser.personal(record.value());
            if (!fields.isEmpty()) {
                out.record(new PersonalItem(
                        upkeep.kind().key(),
                        upkeep.kind().ref(record.id()),
                        upkeep.kind().labels().get("en"),
                        fields));
            }
        }
    }

    @Override
    public Erasure erase(Ref person, ErasureContext context) {
        List<Erasure.Line> lines = new ArrayList<>();
        for (Upkeep<?, ?> upkeep : personal()) {
            lines.addAll(erase(upkeep, person, context));
        }
        return new Erasure(lines);
    }

    private <V extends Record, D extends Record> List<Erasure.Line> erase(
            Upkeep<V, D> upkeep, Ref person, ErasureContext context) {
        Eraser<V, D> eraser = new Eraser<>(upkeep, companions);
        return upkeep.tx().write(work -> {
            List<Erasure.Line> lines = new ArrayList<>();
            for (Kept<V> record : about(work, upkeep, person)) {
                Ref ref = upkeep.kind().ref(record.id());
                Hold hold = context.hold(ref).orElse(null);
                if (hold == null && !context.preview()) {
                    eraser.erase(work, record);
                }
                lines.add(
                        hold == null
                                ? Erasure.Line.anonymised(ref, upkeep.kind().key())
                                : Erasure.Line.kept(ref, upkeep.kind().key(), hold));
            }
            return lines;
        });
    }

    /** The record that is the person, and those that refer to it. */
    private static <V extends Record, D extends Record> List<Kept<V>> about(Work work, Upkeep<V, D> upkeep, Ref person)
            throws SQLException {
        List<Condition> wanted = new ArrayList<>();
        if (upkeep.kind().key().equals(person.module() + ':' + person.type())) {
            wanted.add(new Condition.Compare(Target.ID, Condition.Operator.EQUAL, Tsid.parse(person.id())));
        }
        for (RecordField field : upkeep.kind().fields()) {
            if (field.person() && field.type() == FieldType.REF) {
                wanted.add(new Condition.Compare(
                        new Target(field.name(), FieldType.REF, Ref.class, field.column(), true, null),
                        Condition.Operator.EQUAL,
                        person.toString()));
            }
        }
        return wanted.isEmpty() ? List.of() : upkeep.book().matching(work, new Condition.Any(wanted), MOST);
    }

    private List<Upkeep<?, ?>> personal() {
        List<Upkeep<?, ?>> all = new ArrayList<>();
        for (Upkeep<?, ?> upkeep : shelf.all().values()) {
            if (upkeep.kind().rows() == null && new Eraser<>(upkeep, companions).needed()) {
                all.add(upkeep);
            }
        }
        return all;
    }
}
