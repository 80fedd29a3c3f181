package org.colonnade.platform.dossier.internal;

import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.dossier.Note;
import org.colonnade.platform.api.dossier.NoteDraft;
import org.colonnade.platform.api.dossier.Notes;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.dossier.internal.domain.NoteRule;
import org.colonnade.platform.dossier.internal.store.NoteStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Notes in the dossier's own table. */
@Component(service = Notes.class)
public final class StoredNotes implements Notes {

    private final Tx tx;
    private final Records records;

    @Activate
    public StoredNotes(@Reference(target = "(module=dossier)") Tx tx, @Reference Records records) {
        this.tx = tx;
        this.records = records;
    }

    @Override
    public Page<Note> of(Actor actor, Ref ref, PageRequest page) {
        actor.require(DossierModule.READ);
        Ref record = records.read(actor, ref);
        return tx.read(work -> NoteStore.of(work, record, page));
    }

    @Override
    public Note get(Actor actor, String id) {
        actor.require(DossierModule.READ);
        Note note = tx.read(work -> NoteStore.find(work, Tsid.parse(id))).orElseThrow(() -> missing(id));
        return inView(id, () -> records.read(actor, note.record()), note);
    }

    @Override
    public Note add(Actor actor, Ref ref, NoteDraft draft) {
        actor.require(DossierModule.CHANGE);
        Ref record = records.change(actor, ref);
        check(draft);
        return tx.write(work ->
                NoteStore.add(work, record, draft.text(), pinned(draft), NoteRule.mentions(draft.text()), actor));
    }

    @Override
    public Note change(Actor actor, String id, LongConsumer seen, UnaryOperator<NoteDraft> edit) {
        actor.require(DossierModule.CHANGE);
        changeable(actor, id);
        return tx.write(work -> {
            Note note = NoteStore.locked(work, Tsid.parse(id)).orElseThrow(() -> missing(id));
            seen.accept(note.version());
            NoteDraft draft = edit.apply(new NoteDraft(note.text(), note.pinned()));
            check(draft);
            if (draft.text().equals(note.text()) && pinned(draft) == note.pinned()) {
                return note;
            }
            return NoteStore.change(
                    work, Tsid.parse(id), draft.text(), pinned(draft), NoteRule.mentions(draft.text()), actor);
        });
    }

    @Override
    public void remove(Actor actor, String id, LongConsumer seen) {
        actor.require(DossierModule.CHANGE);
        changeable(actor, id);
        tx.write(work -> {
            Note note = NoteStore.locked(work, Tsid.parse(id)).orElseThrow(() -> missing(id));
            seen.accept(note.version());
            NoteStore.remove(work, Tsid.parse(id));
            return null;
        });
    }

    /** Before the transaction: the other function is asked without holding a row. A note never moves to another record. */
    private void changeable(Actor actor, String id) {
        Note note = tx.read(work -> NoteStore.find(work, Tsid.parse(id))).orElseThrow(() -> missing(id));
        inView(id, () -> records.change(actor, note.record()), note);
    }

    /** The note of a record that is out of view is itself out of view. */
    private static Note inView(String id, Runnable access, Note note) {
        try {
            access.run();
            return note;
        } catch (NotFound outOfView) {
            throw missing(id);
        }
    }

    private static void check(NoteDraft draft) {
        Fields faults = new Fields();
        NoteRule.check(draft, faults);
        faults.orReject("platform.note.invalid");
    }

    private static boolean pinned(NoteDraft draft) {
        return draft.pinned() != null && draft.pinned();
    }

    private static NotFound missing(String id) {
        return NotFound.of("platform", "note", id);
    }
}
