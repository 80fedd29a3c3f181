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
import org.colonnade.platform.api.dossier.Attachment;
import org.colonnade.platform.api.store.Work;

/** The attachments' table. */
public final class AttachmentStore {

    private static final String OF =
            "select * from dossier_attachment where kind = ? and record_id = ? and id < ? order by id desc limit ?";
    private static final String ONE = "select * from dossier_attachment where id = ?";
    private static final String LOCKED = "select * from dossier_attachment where id = ? for update";
    private static final String ADD =
            """
            insert into dossier_attachment (id, version, kind, record_id, file_name, media_type, digest, byte_count,
                created_by, author, created_at) values (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String REMOVE = "delete from dossier_attachment where id = ?";

    private AttachmentStore() {}

    public static Page<Attachment> of(Work work, Ref record, PageRequest page) throws SQLException {
        List<String> after = page.keys(1);
        List<Attachment> rows = Sql.query(
                work,
                OF,
                AttachmentStore::read,
                Kinds.of(record),
                record.id(),
                after.isEmpty() ? Long.MAX_VALUE : Tsid.parse(after.get(0)),
                page.limit() + 1);
        return Pages.of(rows, page, last -> PageRequest.cursor(last.id()));
    }

    public static Optional<Attachment> find(Work work, long id) throws SQLException {
        return Sql.one(work, ONE, AttachmentStore::read, id);
    }

    /** The attachment, held until the transaction ends. */
    public static Optional<Attachment> locked(Work work, long id) throws SQLException {
        return Sql.one(work, LOCKED, AttachmentStore::read, id);
    }

    public static Attachment add(Work work, Ref record, String name, String mediaType, BlobStore.Blob blob, Actor by)
            throws SQLException {
        long id = work.newId();
        BlobStore.refer(work, blob.digest(), 1);
        Sql.update(
                work,
                ADD,
                id,
                Kinds.of(record),
                record.id(),
                name,
                mediaType,
                blob.digest(),
                blob.size(),
                by.ref(),
                by.name(),
                work.now());
        return find(work, id).orElseThrow();
    }

    public static void remove(Work work, Attachment attachment) throws SQLException {
        Sql.update(work, REMOVE, Tsid.parse(attachment.id()));
        BlobStore.refer(work, attachment.sha256(), -1);
    }

    private static Attachment read(ResultSet row) throws SQLException {
        return new Attachment(
                Tsid.text(row.getLong("id")),
                Kinds.ref(row.getString("kind"), row.getString("record_id")),
                row.getString("file_name"),
                row.getString("media_type"),
                row.getLong("byte_count"),
                row.getString("digest"),
                Sql.ref(row, "created_by"),
                row.getString("author"),
                Sql.instant(row, "created_at"),
                row.getLong("version"));
    }
}
