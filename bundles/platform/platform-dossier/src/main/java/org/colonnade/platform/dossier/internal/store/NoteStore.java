package org.colonnade.platform.dossier.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.dossier.Note;
import org.colonnade.platform.api.store.Work;

/** The notes' table. */
public final class NoteStore {

    private static final String OF =
            """
            select * from dossier_note
             where kind = ? and record_id = ? and (pin < ? or pin = ? and id < ?) order by pin desc, id desc limit ?""";
    private static final String ONE = "select * from dossier_note where id = ?";
    private static final String LOCKED = "select * from dossier_note where id = ? for update";
    private static final String ADD =
            """
            insert into dossier_note (id, version, kind, record_id, note_text, pin, mentions, created_by, author, created_at,
                changed_by, changed_at) values (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String CHANGE =
            """
            update dossier_note set version = version + 1, note_text = ?, pin = ?, mentions = ?, changed_by = ?, changed_at = ?
             where id = ?""";
    private static final String REMOVE = "delete from dossier_note where id = ?";

    private NoteStore() {}

    public static Page<Note> of(Work work, Ref record, PageRequest page) throws SQLException {
        List<String> after = page.keys(2);
        int pin = after.isEmpty() ? 2 : "1".equals(after.get(0)) ? 1 : 0;
        List<Note> notes = Sql.query(
                work,
                OF,
                NoteStore::read,
                Kinds.of(record),
                record.id(),
                pin,
                pin,
                after.isEmpty() ? Long.MAX_VALUE : Tsid.parse(after.get(1)),
                page.limit() + 1);
        return Pages.of(notes, page, note -> PageRequest.cursor(note.pinned() ? 1 : 0, note.id()));
    }

    public static Optional<Note> find(Work work, long id) throws SQLException {
        return Sql.one(work, ONE, NoteStore::read, id);
    }

    /** The note, held until the transaction ends. */
    public static Optional<Note> locked(Work work, long id) throws SQLException {
        return Sql.one(work, LOCKED, NoteStore::read, id);
    }

    public static Note add(Work work, Ref record, String text, boolean pinned, List<String> mentions, Actor by)
            throws SQLException {
        long id = work.newId();
        Sql.update(
                work,
                ADD,
                id,
                Kinds.of(record),
                record.id(),
                text,
                pinned ? 1 : 0,
                String.join("\n", mentions),
                by.ref(),
                by.name(),
                work.now(),
                by.ref(),
                work.now());
        return find(work, id).orElseThrow();
    }

    public static Note change(Work work, long id, String text, boolean pinned, List<String> mentions, Actor by)
            throws SQLException {
        Sql.update(work, CHANGE, text, pinned ? 1 : 0, String.join("\n", mentions), by.ref(), work.now(), id);
        return find(work, id).orElseThrow();
    }

    public static void remove(Work work, long id) throws SQLException {
        Sql.update(work, REMOVE, id);
    }

    private static Note read(ResultSet row) throws SQLException {
        String mentions = row.getString("mentions");
        return new Note(
                Tsid.text(row.getLong("id")),
                Kinds.ref(row.getString("kind"), row.getString("record_id")),
                row.getString("note_text"),
                row.getInt("pin") == 1,
                mentions.isEmpty() ? List.of() : List.of(mentions.split("\n")),
                Sql.ref(row, "created_by"),
                row.getString("author"),
                Sql.instant(row, "created_at"),
                Sql.ref(row, "changed_by"),
                Sql.instant(row, "changed_at"),
                row.getLong("version"));
    }
}
