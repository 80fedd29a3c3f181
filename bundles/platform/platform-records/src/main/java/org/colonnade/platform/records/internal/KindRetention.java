package org.colonnade.platform.records.internal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.privacy.Erasure;
import org.colonnade.platform.api.privacy.RetentionAction;
import org.colonnade.platform.api.privacy.RetentionTarget;
import org.colonnade.platform.api.record.FieldType;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordField;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.records.internal.query.Condition;
import org.colonnade.platform.records.internal.query.Target;

/** Lets retention rules be made for a declared kind of record: by its last change and, where it has one, its state. */
final class KindRetention<V extends Record, D extends Record> implements RetentionTarget {

    private static final Target CHANGED = new Target("changedAt", FieldType.INSTANT, null, "changed_at", false, null);

    private final Upkeep<V, D> upkeep;
    private final Eraser<V, D> eraser;
    private final RecordField state;

    KindRetention(Upkeep<V, D> upkeep, Companions companions) {
        this.upkeep = upkeep;
        this.eraser = new Eraser<>(upkeep, companions);
        RecordField field = upkeep.plan().field("state");
        this.state = field != null && field.type() == FieldType.CHOICE ? field : null;
    }

    @Override
    public String kind() {
        return upkeep.kind().key();
    }

    @Override
    public Set<String> states() {
        return state == null
                ? Set.of()
                : Arrays.stream(state.javaType().getEnumConstants())
                        .map(constant -> ((Enum<?>) constant).name())
                        .collect(Collectors.toSet());
    }

    @Override
    public Set<RetentionAction> actions() {
        return eraser.needed()
                ? Set.of(RetentionAction.ANONYMISE, RetentionAction.ARCHIVE)
                : Set.of(RetentionAction.ARCHIVE);
    }

    @Override
    public long count(Criteria criteria) {
        return upkeep.tx().read(work -> upkeep.book().count(work, condition(criteria, null)));
    }

    @Override
    public List<Ref> matching(Criteria criteria, Ref after, int limit) {
        return upkeep.tx().read(work -> upkeep.book().matching(work, condition(criteria, after), limit)).stream()
                .map(record -> upkeep.kind().ref(record.id()))
                .toList();
    }

    private Condition condition(Criteria criteria, Ref after) {
        List<Condition> parts = new ArrayList<>();
        parts.add(new Condition.Compare(CHANGED, Condition.Operator.LESS, criteria.changedBefore()));
        parts.add(new Condition.Compare(
                Target.ID, Condition.Operator.GREATER, after == null ? -1L : Tsid.parse(after.id())));
        if (state != null && !criteria.states().isEmpty()) {
            Target target = new Target("state", FieldType.CHOICE, state.javaType(), state.column(), true, null);
            parts.add(new Condition.Any(criteria.states().stream()
                    .<Condition>map(name -> new Condition.Compare(target, Condition.Operator.EQUAL, name))
                    .toList()));
        }
        return new Condition.All(parts);
    }

    @Override
    public Erasure apply(Criteria criteria, List<Ref> records, RetentionAction action) {
        return upkeep.tx().write(work -> {
            List<Erasure.Line> lines = new ArrayList<>();
            for (Ref record : records) {
                Kept<V> present = upkeep.book().locked(work, record.id());
                if (present.changedAt().isBefore(criteria.changedBefore())) {
                    lines.add(apply(work, record, present, action));
                }
            }
            return new Erasure(lines);
        });
    }

    private Erasure.Line apply(Work work, Ref record, Kept<V> present, RetentionAction action) throws SQLException {
        if (action == RetentionAction.ARCHIVE) {
            upkeep.book().put(work, present, present.value(), true, "archived", Extras.NONE);
            return Erasure.Line.archived(record, kind());
        }
        eraser.erase(work, present);
        return Erasure.Line.anonymised(record, kind());
    }
}
