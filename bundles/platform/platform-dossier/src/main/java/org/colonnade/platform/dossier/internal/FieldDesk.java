package org.colonnade.platform.dossier.internal;

import java.sql.SQLException;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.dossier.CustomField;
import org.colonnade.platform.api.dossier.CustomFieldDraft;
import org.colonnade.platform.api.dossier.CustomFields;
import org.colonnade.platform.api.dossier.FieldType;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.dossier.internal.domain.FieldRule;
import org.colonnade.platform.dossier.internal.store.FieldStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes and changes custom fields; no change of a definition loses a value. */
@Component(service = FieldDesk.class)
public final class FieldDesk {

    private static final int MOST_OF_A_KIND = 200;

    private final Tx tx;
    private final Definitions definitions;

    @Activate
    public FieldDesk(@Reference(target = "(module=dossier)") Tx tx, @Reference Definitions definitions) {
        this.tx = tx;
        this.definitions = definitions;
    }

    /** All of a kind, or of every kind if it is null. */
    public List<CustomField> all(Actor actor, String kind, boolean archived) {
        actor.require(DossierModule.READ);
        return tx.read(work -> FieldStore.all(work, kind)).stream()
                .filter(field -> archived || !field.archived())
                .toList();
    }

    public CustomField get(Actor actor, String id) {
        actor.require(DossierModule.READ);
        return tx.read(work -> FieldStore.find(work, Tsid.parse(id))).orElseThrow(() -> missing(id));
    }

    /** The active fields of a kind that the actor may see. */
    public List<CustomField> shown(Actor actor, Ref kind) {
        actor.require(DossierModule.READ);
        return tx.read(work -> definitions.of(work, kind.module() + ':' + kind.type())).stream()
                .filter(field -> field.definition().read() == null
                        || actor.may(field.definition().read()))
                .toList();
    }

    public CustomField add(Actor actor, CustomFieldDraft draft) {
        actor.require(CustomFields.CHANGE);
        check(draft);
        CustomField added = tx.write(work -> {
            free(work, draft);
            if (FieldStore.count(work, draft.kind()) >= MOST_OF_A_KIND) {
                throw new Conflict(
                        "platform.custom-field.too-many",
                        "A kind of record has at most " + MOST_OF_A_KIND + " custom fields.");
            }
            return FieldStore.find(work, FieldStore.add(work, draft, actor.ref()))
                    .orElseThrow();
        });
        definitions.forget(draft.kind());
        return added;
    }

    public CustomField change(Actor actor, String id, LongConsumer seen, UnaryOperator<CustomFieldDraft> edit) {
        actor.require(CustomFields.CHANGE);
        CustomField changed = tx.write(work -> {
            CustomField field = live(work, id);
            seen.accept(field.version());
            CustomFieldDraft draft = edit.apply(field.definition());
            Fields faults = new Fields();
            FieldRule.check(draft, faults);
            FieldRule.checkChange(field.definition(), draft, faults);
            faults.orReject("platform.custom-field.invalid");
            if (draft.equals(field.definition())) {
                return field;
            }
            new Conversion(work, field).to(draft);
            FieldStore.change(work, Tsid.parse(id), draft, false, actor.ref());
            return FieldStore.find(work, Tsid.parse(id)).orElseThrow();
        });
        definitions.forget(changed.definition().kind());
        return changed;
    }

    /** What changing the type would mean; changes nothing. */
    public Conversion.Preview preview(Actor actor, String id, FieldType type) {
        actor.require(CustomFields.CHANGE);
        return tx.read(work -> new Conversion(
                        work,
                        FieldStore.find(work, Tsid.parse(id))
                                .filter(field -> !field.archived())
                                .orElseThrow(() -> missing(id)))
                .preview(type));
    }

    /** Takes the field out of use; its values are kept apart. */
    public void archive(Actor actor, String id, LongConsumer seen) {
        actor.require(CustomFields.CHANGE);
        CustomField field = tx.write(work -> {
            CustomField present = live(work, id);
            seen.accept(present.version());
            new Conversion(work, present).archive();
            FieldStore.change(work, Tsid.parse(id), present.definition(), true, actor.ref());
            return present;
        });
        definitions.forget(field.definition().kind());
    }

    /** Brings an archived field back with its values. */
    public CustomField restore(Actor actor, String id) {
        actor.require(CustomFields.CHANGE);
        CustomField restored = tx.write(work -> {
            CustomField field = FieldStore.locked(work, Tsid.parse(id)).orElseThrow(() -> missing(id));
            if (!field.archived()) {
                return field;
            }
            free(work, field.definition());
            new Conversion(work, field).restore();
            FieldStore.change(work, Tsid.parse(id), field.definition(), false, actor.ref());
            return FieldStore.find(work, Tsid.parse(id)).orElseThrow();
        });
        definitions.forget(restored.definition().kind());
        return restored;
    }

    private static CustomField live(Work work, String id) throws SQLException {
        return FieldStore.locked(work, Tsid.parse(id))
                .filter(field -> !field.archived())
                .orElseThrow(() -> missing(id));
    }

    private static void free(Work work, CustomFieldDraft draft) throws SQLException {
        if (FieldStore.taken(work, draft.kind(), draft.name())) {
            throw new Conflict("platform.custom-field.taken", "The kind has a custom field of this name already.");
        }
    }

    private static void check(CustomFieldDraft draft) {
        Fields faults = new Fields();
        FieldRule.check(draft, faults);
        faults.orReject("platform.custom-field.invalid");
    }

    private static NotFound missing(String id) {
        return NotFound.of("platform", "custom-field", id);
    }
}
