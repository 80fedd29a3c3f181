package org.colonnade.crm.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells PostgreSQL early that its tables grow. It plans for the size that it knows, and keeps the plans of foreign keys: what was planned
 * when parties were few reads all of them for each row, until the database looks at the table by itself, which can take minutes.
 */
public final class Growth {

    private static final Logger LOG = LoggerFactory.getLogger(Growth.class);
    private static final int FIRST = 500;
    private static final int FACTOR = 4;
    private static final String KNOWN = "select reltuples from pg_class where oid = 'crm_party'::regclass";
    private static final String LOOK =
            "analyze crm_party, crm_contact_point, crm_identifier, crm_match_key, crm_card_print, crm_search, crm_import_item";

    private final Tx tx;
    private long next = FIRST;

    public Growth(Tx tx) {
        this.tx = tx;
    }

    /** So many parties have come by now. Never fails: without it things are slower for a while. */
    public synchronized void grown(long parties) {
        if (parties < next) {
            return;
        }
        next = parties * FACTOR;
        try {
            tx.write(work -> {
                look(work, parties);
                return null;
            });
        } catch (RuntimeException failure) {
            LOG.warn("The database was not told that its tables grow", failure);
        }
    }

    private static void look(Work work, long parties) throws SQLException {
        Connection connection = work.unwrap(Connection.class);
        if (!Sql.takesSeveral(connection)) {
            return;
        }
        List<Long> known = Sql.query(connection, KNOWN, row -> row.getLong(1));
        if (known.get(0) < parties) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(LOOK);
            }
        }
    }
}
