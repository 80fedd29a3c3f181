package org.colonnade.platform.store.internal.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The marks that erasures left, as a verification needs them: a mark speaks for a row only if the verification meets the mark itself in
 * the chain, so those that lie ahead are remembered until then.
 */
final class Marks {

    private static final String OF_SUBJECT = "select a.id, a.position, p.after_text from platform_audit a"
            + " join platform_audit_payload p on p.id = a.id"
            + " where a.company = ? and a.subject = ? and a.action = 'erased' order by a.id";
    private static final int KEPT = 200;

    private final Connection connection;
    private final Map<String, List<Placed>> bySubject = new LinkedHashMap<>();

    /** By the mark's id, the first row that was excused by it. */
    private final Map<Long, StoredRow> ahead = new TreeMap<>();

    Marks(Connection connection) {
        this.connection = connection;
    }

    /** A mark with its row; position 0 while it is not chained. */
    private record Placed(long id, long position, Mark mark) {}

    /**
     * Whether an erasure says that the row holds this now.
     *
     * @param verified the position up to which the chain is known to be whole
     */
    boolean excuse(StoredRow row, byte[] content, long verified) throws SQLException {
        for (Placed placed : of(row.row())) {
            if (Arrays.equals(placed.mark().digests().get(row.row().id()), content)) {
                if (placed.position() == 0 || placed.position() > verified) {
                    ahead.putIfAbsent(placed.id(), row);
                }
                return true;
            }
        }
        return false;
    }

    /** The verification has met this row, and it is whole. */
    void met(long id) {
        ahead.remove(id);
    }

    /** A row that was excused by a mark that the verification has not met, or null. */
    StoredRow unexcused() {
        return ahead.isEmpty() ? null : ahead.values().iterator().next();
    }

    private List<Placed> of(ChainedRow row) throws SQLException {
        List<Placed> known = bySubject.get(row.subject());
        if (known == null) {
            known = read(row);
            if (bySubject.size() == KEPT) {
                bySubject.clear();
            }
            bySubject.put(row.subject(), known);
        }
        return known;
    }

    private List<Placed> read(ChainedRow row) throws SQLException {
        List<Placed> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(OF_SUBJECT)) {
            statement.setLong(1, row.company());
            statement.setString(2, row.subject());
            try (ResultSet mark = statement.executeQuery()) {
                while (mark.next()) {
                    found.add(new Placed(mark.getLong(1), mark.getLong(2), Mark.parse(mark.getString(3))));
                }
            }
        }
        return found;
    }
}
