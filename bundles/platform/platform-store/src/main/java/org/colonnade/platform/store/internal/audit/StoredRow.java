package org.colonnade.platform.store.internal.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.audit.Entry;

/**
 * A row with what lies apart.
 *
 * @param row the row
 * @param salt null where nothing lies apart
 * @param before null where there was nothing
 * @param after null where there is nothing
 */
record StoredRow(ChainedRow row, byte[] salt, String before, String after) {

    /** Reads the row's twelve columns and the three that lie apart. */
    static StoredRow of(ResultSet found) throws SQLException {
        return new StoredRow(ChainedRow.of(found), found.getBytes(13), found.getString(14), found.getString(15));
    }

    /** The digest of what lies apart now, or null. */
    byte[] content(Digests digests) {
        return salt == null ? null : digests.payload(salt, before, after);
    }

    Entry entry(String shownBefore) {
        return row.entry(shownBefore, after);
    }

    String id() {
        return Tsid.text(row.id());
    }
}
