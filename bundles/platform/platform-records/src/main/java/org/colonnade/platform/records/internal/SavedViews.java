package org.colonnade.platform.records.internal;

import java.util.List;
import java.util.function.Function;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Permission;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.record.RecordDesk;
import org.colonnade.platform.api.record.RecordKind;
import org.colonnade.platform.api.record.RecordQuery;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.records.internal.rights.FieldRights;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The views that people saved, and what they stand for when a list is asked by one. */
@Component(service = SavedViews.class)
public final class SavedViews {

    /** The permission to save views. */
    static final String CHANGE = "records.view.change";

    private static final RecordKind<SavedView, SavedViewDraft> KIND =
            RecordKind.of(SavedView.class, SavedViewDraft.class);

    private final RecordDesk<SavedView, SavedViewDraft> desk;

    /** The shelf is taken when it is asked: it knows this module too, and neither could begin before the other. */
    @Activate
    public SavedViews(
            BundleContext context,
            @Reference FieldRights rights,
            @Reference Companions companions,
            @Reference(target = "(module=records)") Tx tx,
            @Reference(service = Shelf.class) ServiceReference<Shelf> shelf) {
        this(rights, companions, tx, kind -> context.getService(shelf).all().get(kind));
    }

    SavedViews(FieldRights rights, Companions companions, Tx tx, Function<String, Upkeep<?, ?>> kinds) {
        desk = new Upkeep<>(KIND.with(new SavedViewRules(kinds)), tx, rights, companions);
    }

    /**
     * A list as it shall be asked.
     *
     * @param query the query
     * @param fields the fields to answer, separated by commas; null for all
     */
    public record Asked(RecordQuery query, String fields) {}

    /** What people may be allowed here. */
    static List<Permission> permissions() {
        return KIND.permissions();
    }

    /** The upkeep of views. */
    RecordDesk<SavedView, SavedViewDraft> desk() {
        return desk;
    }

    /**
     * What a list is asked with a view: filters must both hold, words must all occur; for the rest what the caller says itself goes before
     * what the view says.
     *
     * @param view the view's id; null or empty to ask without one
     * @param kind of the list, {@code <module>:<type>}
     * @throws org.colonnade.platform.api.problem.NotFound {@code records.view.not-found} if it is not there, or another's and not shared
     * @throws Rejected {@code records.view.other-kind}
     */
    Asked asked(Actor actor, String view, String kind, RecordQuery query, String fields) {
        if (view == null || view.isEmpty()) {
            return new Asked(query, fields);
        }
        SavedView saved = desk.read(actor, view).value();
        if (!saved.kind().equals(kind)) {
            throw new Rejected("records.view.other-kind", "The view is one of other records.")
                    .field("view", "is a view of " + saved.kind());
        }
        RecordQuery both = new RecordQuery(
                joined(saved.filter(), query.filter(), "(", ");(", ")"),
                joined(saved.q(), query.text(), "", " ", ""),
                either(query.sort(), saved.sort()),
                either(query.archived(), saved.archivedToo()),
                either(query.tag(), saved.tag()),
                query.page());
        return new Asked(both, either(fields, saved.fields()));
    }

    /** What a view asks by itself. */
    static RecordQuery query(SavedViewDraft draft) {
        return new RecordQuery(
                draft.filter(), draft.q(), draft.sort(), draft.archivedToo(), draft.tag(), PageRequest.first());
    }

    private static String joined(String one, String other, String opens, String joint, String closes) {
        if (blank(one) || blank(other)) {
            return either(one, other);
        }
        return opens + one + joint + other + closes;
    }

    private static String either(String first, String second) {
        return blank(first) ? second : first;
    }

    private static boolean blank(String text) {
        return text == null || text.isEmpty();
    }
}
