package org.colonnade.platform.privacy.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.privacy.internal.Restriction;

/** Persons whose data must not be used. */
public final class RestrictionStore {

    private static final String FIND = "select * from privacy_restriction where person = ?";
    private static final String LOCK = "select * from privacy_restriction where person = ? for update";
    private static final String PAGE = "select * from privacy_restriction where person > ? order by person limit ?";
    private static final String ADD =
            "insert into privacy_restriction (person, version, reason, since_at, restricted_by) values (?, 1, ?, ?, ?)";
    private static final String REMOVE = "delete from privacy_restriction where person = ?";

    private RestrictionStore() {}

    public static Optional<Restriction> find(Work work, String person) throws SQLException {
        return Sql.one(work, FIND, RestrictionStore::read, person);
    }

    /** The same, kept from change by others until the transaction ends. */
    public static Optional<Restriction> lock(Work work, String person) throws SQLException {
        return Sql.one(work, LOCK, RestrictionStore::read, person);
    }

    public static Page<Restriction> list(Work work, PageRequest page) throws SQLException {
        List<String> keys = page.keys(1);
        List<Restriction> read =
                Sql.query(work, PAGE, RestrictionStore::read, keys.isEmpty() ? "" : keys.get(0), page.limit() + 1);
        return Sql.page(read, page, one -> one.person().toString());
    }

    public static void add(Work work, Ref person, String reason, String actor) throws SQLException {
        Sql.update(work, ADD, person.toString(), reason, work.now(), actor);
    }

    public static void remove(Work work, String person) throws SQLException {
        Sql.update(work, REMOVE, person);
    }

    private static Restriction read(ResultSet row) throws SQLException {
        return new Restriction(
                Ref.parse(row.getString("person")),
                row.getString("reason"),
                Sql.instant(row, "since_at"),
                row.getString("restricted_by"),
                row.getLong("version"));
    }
}
