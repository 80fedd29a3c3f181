package org.colonnade.platform.dossier.internal.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.colonnade.platform.api.store.Work;

/**
 * How many attachments refer to each content. Whoever brings a content first claims it, in a transaction of its own, and only then puts
 * the file to its place; whoever sweeps holds the row while the file goes. So a file that a running upload counts on is never swept.
 */
public final class BlobStore {

    private static final String TOUCH = "update dossier_blob set touched_at = ? where digest = ?";
    private static final String ADD =
            "insert into dossier_blob (digest, byte_count, refs, touched_at) values (?, ?, 0, ?)";
    private static final String REFER = "update dossier_blob set refs = refs + ?, touched_at = ? where digest = ?";
    private static final String UNUSED =
            "select digest from dossier_blob where refs = 0 and touched_at < ? order by touched_at limit ?";
    private static final String SWEEP = "delete from dossier_blob where digest = ? and refs = 0 and touched_at < ?";
    private static final String USED =
            "select digest, byte_count from dossier_blob where refs > 0 and digest > ? order by digest limit ?";
    private static final String MISCOUNTED =
            """
            select b.digest from dossier_blob b
             where b.refs <> (select count(*) from dossier_attachment a where a.digest = b.digest) limit ?""";

    private BlobStore() {}

    /** One content. */
    public record Blob(String digest, long size) {}

    /** Says that the content is about to be used, so it stays for the time of grace. */
    public static void claim(Work work, String digest, long size) throws SQLException {
        if (Sql.update(work, TOUCH, work.now(), digest) == 0) {
            Sql.update(work, ADD, digest, size, work.now());
        }
    }

    /** One reference more, or less with −1. */
    public static void refer(Work work, String digest, int more) throws SQLException {
        if (Sql.update(work, REFER, more, work.now(), digest) != 1) {
            throw new IllegalStateException("A content is used that nobody has claimed");
        }
    }

    /** Contents that nothing refers to, and nothing did since. */
    public static List<String> unused(Work work, Instant since, int limit) throws SQLException {
        return Sql.query(work, UNUSED, row -> row.getString(1), since, limit);
    }

    /** Takes the row away if it is still unused; it is held until the transaction ends. */
    public static boolean sweep(Work work, String digest, Instant since) throws SQLException {
        return Sql.update(work, SWEEP, digest, since) == 1;
    }

    /** Contents in use after one of them, by digest. */
    public static List<Blob> used(Work work, String after, int limit) throws SQLException {
        return Sql.query(work, USED, row -> new Blob(row.getString(1), row.getLong(2)), after, limit);
    }

    /** Contents whose count is wrong. */
    public static List<String> miscounted(Work work, int limit) throws SQLException {
        return Sql.query(work, MISCOUNTED, row -> row.getString(1), limit);
    }
}
