package org.colonnade.crm.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.colonnade.platform.api.store.Work;

/** Parties by when they were last changed; those that were made anonymous or are part of another one are not among them. */
public final class PartyAges {

    private static final String WHICH =
            " from crm_party where merged_into is null and changed_at < ? and (archived = ? or archived = ?)"
                    + " and (display_name <> 'erased' or name_family is not null or name_given is not null)";
    private static final String COUNT = "select count(*)" + WHICH;
    private static final String NEXT = "select id" + WHICH + " and id > ? order by id limit ?";

    private PartyAges() {}

    public static long count(Work work, Instant changedBefore, boolean active, boolean archived) throws SQLException {
        return Sql.query(
                        work.unwrap(Connection.class),
                        COUNT,
                        row -> row.getLong(1),
                        changedBefore.atOffset(ZoneOffset.UTC),
                        !active,
                        archived)
                .get(0);
    }

    /** The next ones after an id. */
    public static List<Long> next(
            Work work, Instant changedBefore, boolean active, boolean archived, long after, int limit)
            throws SQLException {
        return Sql.query(
                work.unwrap(Connection.class),
                NEXT,
                row -> row.getLong(1),
                changedBefore.atOffset(ZoneOffset.UTC),
                !active,
                archived,
                after,
                limit);
    }
}
