package org.colonnade.platform.store.internal.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.audit.Entry;

/** A row of platform_audit with all that the chain covers, and where it stands in it; position 0 and no chain while it waits. */
record ChainedRow(
        long id,
        long company,
        long position,
        Instant at,
        String actor,
        String requestId,
        String action,
        String subject,
        long version,
        byte[] payloadDigest,
        byte[] chain,
        String principal) {

    /** Reads the twelve columns in this order. */
    static ChainedRow of(ResultSet row) throws SQLException {
        return new ChainedRow(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getLong(9),
                row.getBytes(10),
                row.getBytes(11),
                row.getString(12));
    }

    /** The row in its place. */
    ChainedRow at(long place, byte[] link) {
        return new ChainedRow(
                id, company, place, at, actor, requestId, action, subject, version, payloadDigest, link, principal);
    }

    Entry entry(String before, String after) {
        return new Entry(
                Tsid.text(id),
                position == 0 ? null : position,
                at,
                actor,
                requestId,
                action,
                subject,
                version,
                before,
                after,
                principal);
    }
}
