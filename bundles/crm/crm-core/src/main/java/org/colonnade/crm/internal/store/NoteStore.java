package org.colonnade.crm.internal.store;

import java.util.List;
import javax.persistence.EntityManager;
import org.colonnade.crm.api.Note;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.store.Work;

/** What was written about parties. */
public final class NoteStore {

    private static final String LIST =
            "select n from NoteRow n where n.partyId = :party and n.id < :before order by n.id desc";

    /** A note of a party; its text and whom it is about. */
    public Note add(Work work, long party, String text, String author) {
        return add(work, party, text, author, null);
    }

    /** A note that came with an import, or with none. */
    public Note add(Work work, long party, String text, String author, Long importId) {
        NoteRow row = new NoteRow(work.newId(), party, text, author, work.now(), importId);
        work.unwrap(EntityManager.class).persist(row);
        return row.view();
    }

    /** A note of the party as it is; null if it is not there. */
    public Note find(Work work, long party, long id) {
        NoteRow row = row(work, party, id);
        return row == null ? null : row.view();
    }

    /** Has a note that is there say something else. */
    public Note change(Work work, long party, long id, String text, String actor) {
        NoteRow row = row(work, party, id);
        row.say(text, actor, work.now());
        return row.view();
    }

    /** Takes the note of the party away and gives its text; null if it is not there. */
    public String remove(Work work, long party, long id) {
        NoteRow row = row(work, party, id);
        if (row == null) {
            return null;
        }
        work.unwrap(EntityManager.class).remove(row);
        return row.text();
    }

    private static NoteRow row(Work work, long party, long id) {
        NoteRow row = id < 0 ? null : work.unwrap(EntityManager.class).find(NoteRow.class, id);
        return row == null || row.partyId() != party ? null : row;
    }

    /** The notes of a party, newest first. */
    public Page<Note> list(Work work, long party, PageRequest page) {
        List<String> keys = page.keys(1);
        long before = keys.isEmpty() ? Long.MAX_VALUE : Tsid.parse(keys.get(0));
        List<Note> notes = work
                .unwrap(EntityManager.class)
                .createQuery(LIST, NoteRow.class)
                .setParameter("party", party)
                .setParameter("before", before)
                .setMaxResults(page.limit() + 1)
                .getResultList()
                .stream()
                .map(NoteRow::view)
                .toList();
        boolean more = notes.size() > page.limit();
        List<Note> shown = more ? notes.subList(0, page.limit()) : notes;
        return new Page<>(
                shown, more ? PageRequest.cursor(shown.get(shown.size() - 1).id()) : null);
    }
}
