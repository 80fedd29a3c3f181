package org.colonnade.crm.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.colonnade.crm.api.Tag;
import org.colonnade.platform.api.store.Work;

/** The words by which parties are found. */
public final class TagStore {

    private static final String COUNTS =
            "select min(t.tag), count(*) from crm_party_tag t join crm_party p on p.id = t.party_id"
                    + " where p.archived = false group by t.tag_key order by t.tag_key";

    private TagStore() {}

    /** Every tag in use. */
    public static List<Tag> counts(Work work) throws SQLException {
        return Sql.query(work.unwrap(Connection.class), COUNTS, row -> new Tag(row.getString(1), row.getLong(2)));
    }
}
