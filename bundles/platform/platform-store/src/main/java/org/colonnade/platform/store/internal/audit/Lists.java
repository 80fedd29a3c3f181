package org.colonnade.platform.store.internal.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.colonnade.platform.api.audit.Filter;
import org.colonnade.platform.store.internal.unit.Tsids;

/** Lists rows newest first, by the index of what the filter names; without what lies apart. */
final class Lists {

    private static final String ROWS = "select id, company, position, at, actor, request_id, action, subject, version,"
            + " payload_digest, chain, principal from platform_audit where ";
    private static final String WITHIN = " and id >= ? and id < ? and at >= ? and at < ? and (? = '' or actor = ?)"
            + " and (? = '' or action = ?) and (? = '' or principal = ?) order by id desc limit ?";
    private static final String ALL = ROWS + "? = ''" + WITHIN;
    private static final String OF_SUBJECT = ROWS + "subject = ?" + WITHIN;
    private static final String OF_ACTOR = ROWS + "actor = ?" + WITHIN;
    private static final String OF_PRINCIPAL = ROWS + "principal = ?" + WITHIN;
    private static final String OF_ACTION = ROWS + "action = ?" + WITHIN;

    /** Creating and changing is most of what happens; on PostgreSQL the index holds the rest alone. */
    private static final String OF_RARE_ACTION = ROWS + "action = ? and action not in ('created', 'changed')" + WITHIN;

    private static final Instant BEGINNING = Instant.EPOCH;
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    private Lists() {}

    static List<ChainedRow> before(Connection connection, Filter filter, long id, int limit) throws SQLException {
        Instant from = within(filter.from(), BEGINNING);
        Instant to = within(filter.to(), END);
        // an id is made within its transaction, which is over long before a day has passed
        long first = Tsids.firstAt(from.minus(1, ChronoUnit.DAYS));
        long last = Math.min(id, Tsids.firstAt(to.plus(1, ChronoUnit.DAYS)));
        try (PreparedStatement statement = connection.prepareStatement(query(filter))) {
            statement.setString(1, leading(filter));
            statement.setLong(2, first);
            statement.setLong(3, last);
            statement.setObject(4, from.atOffset(ZoneOffset.UTC));
            statement.setObject(5, to.atOffset(ZoneOffset.UTC));
            statement.setString(6, text(filter.actor()));
            statement.setString(7, text(filter.actor()));
            statement.setString(8, text(filter.action()));
            statement.setString(9, text(filter.action()));
            statement.setString(10, text(filter.principal()));
            statement.setString(11, text(filter.principal()));
            statement.setInt(12, limit);
            List<ChainedRow> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(ChainedRow.of(row));
                }
            }
            return rows;
        }
    }

    private static String query(Filter filter) {
        if (filter.subject() != null) {
            return OF_SUBJECT;
        }
        if (filter.principal() != null) {
            return OF_PRINCIPAL;
        }
        if (filter.actor() != null) {
            return OF_ACTOR;
        }
        if (filter.action() == null) {
            return ALL;
        }
        return filter.action().equals("created") || filter.action().equals("changed") ? OF_ACTION : OF_RARE_ACTION;
    }

    private static String leading(Filter filter) {
        if (filter.subject() != null) {
            return filter.subject();
        }
        if (filter.principal() != null) {
            return filter.principal();
        }
        return filter.actor() != null ? filter.actor() : text(filter.action());
    }

    private static Instant within(Instant given, Instant otherwise) {
        if (given == null) {
            return otherwise;
        }
        return given.isBefore(BEGINNING) ? BEGINNING : given.isAfter(END) ? END : given;
    }

    private static String text(String given) {
        return given == null ? "" : given;
    }
}
