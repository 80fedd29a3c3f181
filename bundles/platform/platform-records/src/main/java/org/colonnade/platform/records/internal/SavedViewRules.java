package org.colonnade.platform.records.internal;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordRules;
import org.colonnade.platform.api.store.Work;

/** Whose a view is, who sees it, and that it can be asked. */
final class SavedViewRules implements RecordRules<SavedView, SavedViewDraft> {

    private final Function<String, Upkeep<?, ?>> kinds;

    /** @param kinds the kinds that are here now, by name; null for others */
    SavedViewRules(Function<String, Upkeep<?, ?>> kinds) {
        this.kinds = kinds;
    }

    @Override
    public void check(Fields faults, SavedViewDraft draft, SavedView before) {
        Actor actor = Caller.current().actor();
        if (draft.shared() == SavedView.Sharing.TEAM) {
            faults.required("team", draft.team(), 64);
            if (draft.team() != null
                    && (draft.team().indexOf('*') >= 0 || !actor.administrator() && !actor.roles().contains(draft.team()))) {
                faults.wrong("team", "is none of your roles");
            }
        } else if (draft.team() != null) {
            faults.wrong("team", "is only given for a view that is shared with a team");
        }
        if (before != null && !before.kind().equals(draft.kind())) {
            faults.wrong("kind", "stays what it is; make another view");
        }
        Upkeep<?, ?> kind = draft.kind() == null ? null : kinds.apply(draft.kind());
        if (kind == null) {
            faults.wrong("kind", "is no kind of record that is here now, such as crm:lead");
        } else if (faults.faults().isEmpty()) {
            kind.askable(actor, SavedViews.query(draft), draft.fields());
        }
    }

    @Override
    public SavedView decide(SavedView wanted, SavedView before, Work work) {
        Actor actor = Caller.current().actor();
        if (before != null) {
            own(before, actor);
            return wanted;
        }
        return new SavedView(
                wanted.kind(),
                wanted.name(),
                wanted.filter(),
                wanted.q(),
                wanted.sort(),
                wanted.fields(),
                wanted.tag(),
                wanted.archivedToo(),
                wanted.shared(),
                wanted.team(),
                actor.ref());
    }

    @Override
    public void stored(Work work, Kept<SavedView> before, Kept<SavedView> after) {
        own(after.value(), Caller.current().actor());
    }

    private static void own(SavedView view, Actor actor) {
        boolean platform = actor.ref().type().equals("system");
        if (!platform && !actor.ref().equals(view.owner())) {
            throw new Forbidden(SavedViews.CHANGE);
        }
    }

    @Override
    public String seen(Actor actor) {
        if (actor.ref().type().equals("system")) {
            return null;
        }
        StringBuilder filter = new StringBuilder("owner==" + escaped(actor.ref().toString()) + ",shared==EVERYBODY");
        for (String role : actor.roles()) {
            filter.append(",(shared==TEAM;team==").append(escaped(role)).append(')');
        }
        return filter.toString();
    }

    /** Everything but letters and digits in percent signs, so that no name is read as a part of the filter. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = one >= '0' && one <= '9' || one >= 'A' && one <= 'Z' || one >= 'a' && one <= 'z' || one == '-';
            escaped.append(plain ? String.valueOf((char) one) : String.format("%%%02X", one & 0xff));
        }
        return escaped.toString();
    }
}
