package org.colonnade.crm.internal.store;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.colonnade.crm.internal.Json;
import org.colonnade.platform.api.store.Work;

/**
 * Of whom a party is suspected to be the same. Open pairs go; they are looked for anew. Who is not the same as the merged party is not the
 * same as the survivor either; the journal has the pairs that say so. When the two are apart again, they are known not to be the same.
 */
final class DuplicateMove extends OwnMove {

    private static final String DELETE_OPEN =
            "delete from crm_duplicate where (party_a = ? or party_b = ?) and state = 'OPEN'"
                    + " and not (party_a = ? and party_b = ?)";
    private static final String REJECTED =
            "select case when party_a = ? then party_b else party_a end, reasons, decided_by"
                    + " from crm_duplicate where (party_a = ? or party_b = ?) and state = 'REJECTED'";
    private static final String DECIDE =
            "update crm_duplicate set state = ?, decided_at = ?, decided_by = ?, version = version + 1"
                    + " where party_a = ? and party_b = ? and state <> ?";
    private static final String THERE = "select state from crm_duplicate where party_a = ? and party_b = ?";
    private static final String INSERT =
            "insert into crm_duplicate (id, version, party_a, party_b, state, strength, reasons, found_at, decided_at, decided_by)"
                    + " values (?, 1, ?, ?, 'REJECTED', 'WEAK', ?, ?, ?, ?)";
    private static final String DELETE_PAIR = "delete from crm_duplicate where party_a = ? and party_b = ?";
    private static final TypeReference<List<Long>> IDS = new TypeReference<>() {};

    DuplicateMove() {
        super("crm.duplicates");
    }

    /** Somebody who is not the same. */
    private record Other(long party, String reasons, String by) {}

    @Override
    String move(Work work, Connection connection, long merged, long survivor) throws SQLException {
        long low = Math.min(merged, survivor);
        long high = Math.max(merged, survivor);
        OffsetDateTime now = work.now().atOffset(ZoneOffset.UTC);
        Sql.update(connection, DELETE_OPEN, merged, merged, low, high);
        Sql.update(connection, DECIDE, "MERGED", now, "platform:system:merge", low, high, "MERGED");
        List<Long> added = new ArrayList<>();
        List<Other> others = Sql.query(
                connection,
                REJECTED,
                row -> new Other(row.getLong(1), row.getString(2), row.getString(3)),
                merged,
                merged,
                merged);
        for (Other other : others) {
            if (other.party() != survivor && reject(work, connection, survivor, other)) {
                added.add(other.party());
            }
        }
        return Json.write(added);
    }

    /** Whether that is new. */
    private static boolean reject(Work work, Connection connection, long party, Other other) throws SQLException {
        long low = Math.min(party, other.party());
        long high = Math.max(party, other.party());
        OffsetDateTime now = work.now().atOffset(ZoneOffset.UTC);
        List<String> there = Sql.query(connection, THERE, row -> row.getString(1), low, high);
        if (there.isEmpty()) {
            Sql.update(connection, INSERT, work.newId(), low, high, other.reasons(), now, now, other.by());
            return true;
        }
        return there.get(0).equals("OPEN")
                && Sql.update(connection, DECIDE, "REJECTED", now, other.by(), low, high, "REJECTED") > 0;
    }

    @Override
    void putBack(Work work, Connection connection, long merged, long survivor, String journal) throws SQLException {
        for (long other : Json.read(journal, IDS)) {
            Sql.update(connection, DELETE_PAIR, Math.min(survivor, other), Math.max(survivor, other));
        }
        long low = Math.min(merged, survivor);
        long high = Math.max(merged, survivor);
        OffsetDateTime now = work.now().atOffset(ZoneOffset.UTC);
        if (Sql.update(connection, DECIDE, "REJECTED", now, "platform:system:unmerge", low, high, "REJECTED") == 0) {
            reject(work, connection, merged, new Other(survivor, "", "platform:system:unmerge"));
        }
    }
}
