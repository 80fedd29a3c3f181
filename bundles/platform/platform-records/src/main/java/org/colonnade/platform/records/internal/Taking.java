package org.colonnade.platform.records.internal;

import java.sql.SQLException;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordField;
import org.colonnade.platform.api.record.RecordKind;
import org.colonnade.platform.api.record.Turn;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.records.internal.shape.Plan;

/** Takes what somebody gives as a record: checks it, lets the rules decide, and has it kept. */
final class Taking<V extends Record, D extends Record> {

    private final Plan<V, D> plan;
    private final RecordKind<V, D> kind;
    private final Book<V, D> book;
    private final Scopes<V> scopes;
    private final Function<Actor, Sight> sight;

    Taking(Plan<V, D> plan, Book<V, D> book, Scopes<V> scopes, Function<Actor, Sight> sight) {
        this.plan = plan;
        this.kind = plan.kind();
        this.book = book;
        this.scopes = scopes;
        this.sight = sight;
    }

    /** What the rules make of a change. */
    @FunctionalInterface
    interface Decision<V extends Record> {

        /** Decides. */
        V of(Turn<V> turn, Work work) throws SQLException;
    }

    /** Adds or changes a record. @param before what there is now, locked; null for a new record */
    Kept<V> take(
            Work work, Actor actor, Kept<V> before, D draft, Extras extras, Decision<V> decision, Keeping<V> keeping)
            throws SQLException {
        V present = before == null ? null : before.value();
        D complete = checked(draft, present);
        V wanted = scopes.given(actor, present, plan.wanted(complete, present));
        mayWrite(actor, present, wanted);
        if (before == null) {
            return fresh(work, wanted, extras, decided -> scopes.born(actor, decided), keeping);
        }
        Book.Beside beside = book.beside(work, before, extras);
        Kept<V> coming = book.next(work, before, wanted, before.archived());
        V after = decision.of(book.turn(before, coming, beside), work);
        return book.put(work, before, after, before.archived(), "changed", beside, keeping);
    }

    /** Adds a record that was checked. @param born makes of what was decided what it says from the beginning */
    Kept<V> fresh(Work work, V wanted, Extras extras, UnaryOperator<V> born, Keeping<V> keeping) throws SQLException {
        Kept<V> blank = book.blank(work, wanted);
        Book.Beside beside = book.beside(work, blank, extras);
        V decided = born.apply(kind.rules().decide(book.turn(null, blank, beside), work));
        return book.add(work, blank.with(decided), beside, keeping);
    }

    private D checked(D draft, V before) {
        D complete = kind.rules().complete(draft);
        Fields faults = new Fields();
        plan.check(complete, faults);
        kind.rules().check(faults, complete, before);
        faults.orReject(kind.code("invalid"));
        return complete;
    }

    private void mayWrite(Actor actor, V before, V wanted) {
        Sight seen = sight.apply(actor);
        if (seen.clear()) {
            return;
        }
        Rejected refusal = new Rejected("platform.field.not-writable", "You may not change all of these fields.");
        boolean refused = false;
        V begun = before == null ? null : plan.wanted(plan.opened(before), before);
        for (String name : plan.differences(begun, wanted)) {
            RecordField field = plan.field(name);
            if (field.input() && !seen.writable(name)) {
                refusal = refusal.field(name, "may not be changed by you");
                refused = true;
            }
        }
        if (refused) {
            throw refusal;
        }
    }
}
