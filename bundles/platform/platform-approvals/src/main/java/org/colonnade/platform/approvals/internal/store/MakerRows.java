package org.colonnade.platform.approvals.internal.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.store.Work;

/** Who edited which record last when. */
public final class MakerRows {

    private static final String FORGET = "delete from approvals_maker where subject = ? and person = ?";
    private static final String ADD = "insert into approvals_maker (subject, person) values (?, ?)";
    private static final String SINCE = "select person from approvals_maker where subject = ? and entered > ?";
    private static final String LATEST = "select max(entered) from approvals_maker where subject = ?";

    private MakerRows() {}

    /** They have edited the record now. */
    public static void edited(Work work, Ref record, Collection<Ref> persons) throws SQLException {
        for (Ref person : persons) {
            change(work, FORGET, record, person);
            change(work, ADD, record, person);
        }
    }

    private static void change(Work work, String sql, Ref record, Ref person) throws SQLException {
        try (PreparedStatement statement = RequestRows.statement(work, sql)) {
            statement.setString(1, record.toString());
            statement.setString(2, person.toString());
            statement.executeUpdate();
        }
    }

    /** Who edited it after that edit. */
    public static Set<Ref> since(Work work, Ref record, long edit) throws SQLException {
        Set<Ref> persons = new HashSet<>();
        try (PreparedStatement query = RequestRows.statement(work, SINCE)) {
            query.setString(1, record.toString());
            query.setLong(2, edit);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    persons.add(Ref.parse(row.getString(1)));
                }
            }
        }
        return persons;
    }

    /** The last edit; 0 if there was none. */
    public static long latest(Work work, Ref record) throws SQLException {
        try (PreparedStatement query = RequestRows.statement(work, LATEST)) {
            query.setString(1, record.toString());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }
}
