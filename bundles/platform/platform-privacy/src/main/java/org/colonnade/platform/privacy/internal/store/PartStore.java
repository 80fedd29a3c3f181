package org.colonnade.platform.privacy.internal.store;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.store.Work;

/** The functions' parts of an export: each is a ZIP of its own, cut into pieces that fit into memory. */
public final class PartStore {

    private static final int PIECE = 256 * 1024;
    private static final String REMOVE = "delete from privacy_part where case_id = ? and module = ?";
    private static final String ADD = "insert into privacy_part (case_id, module, place, bytes) values (?, ?, ?, ?)";
    private static final String PIECE_OF =
            "select bytes from privacy_part where case_id = ? and module = ? and place = ?";
    private static final String FORGET =
            "delete from privacy_part where case_id in (select id from privacy_case where kind = 'EXPORT' and person = ?)";
    private static final String EXPIRE =
            "delete from privacy_part where case_id in (select id from privacy_case where kind = 'EXPORT' and done_at < ?)";

    private PartStore() {}

    /** Stores a part in the place of the one before. */
    public static void put(Work work, long id, String module, InputStream zip) throws SQLException, IOException {
        Sql.update(work, REMOVE, id, module);
        try (PreparedStatement insert = work.unwrap(Connection.class).prepareStatement(ADD)) {
            byte[] piece = zip.readNBytes(PIECE);
            for (long place = 0; piece.length > 0; place++) {
                insert.setLong(1, id);
                insert.setString(2, module);
                insert.setLong(3, place);
                insert.setBytes(4, piece);
                insert.executeUpdate();
                piece = zip.readNBytes(PIECE);
            }
        }
    }

    /** One piece of a part; empty after the last. */
    public static Optional<byte[]> piece(Work work, long id, String module, long place) throws SQLException {
        return Sql.one(work, PIECE_OF, row -> row.getBytes(1), id, module, place);
    }

    /** Deletes what was exported of these persons. */
    public static void forget(Work work, Collection<Ref> persons) throws SQLException {
        for (Ref person : persons) {
            Sql.update(work, FORGET, person.toString());
        }
    }

    /** Deletes what was complete before the moment. */
    public static int expire(Work work, Instant before) throws SQLException {
        return Sql.update(work, EXPIRE, before);
    }
}
