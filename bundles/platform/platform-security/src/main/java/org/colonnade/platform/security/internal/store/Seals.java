package org.colonnade.platform.security.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.colonnade.platform.api.store.Work;

/** The rows of security_seal: the ids of the keys with which anything was sealed, never the keys. */
public final class Seals {

    private static final String KEYS = "select key_id from security_seal order by id desc";
    private static final String CLAIM =
            "insert into security_seal (id, key_id) values ((select coalesce(max(id), 0) + 1 from security_seal), ?)";

    private Seals() {}

    /** The newest first. */
    public static List<String> keys(Work work) throws SQLException {
        List<String> keys = new ArrayList<>();
        try (PreparedStatement query = work.unwrap(Connection.class).prepareStatement(KEYS);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                keys.add(row.getString(1));
            }
        }
        return keys;
    }

    /** One more; to be called where nobody can come in between. */
    public static void claim(Work work, String key) throws SQLException {
        try (PreparedStatement insert = work.unwrap(Connection.class).prepareStatement(CLAIM)) {
            insert.setString(1, key);
            insert.executeUpdate();
        }
    }
}
