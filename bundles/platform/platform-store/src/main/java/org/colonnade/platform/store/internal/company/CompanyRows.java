package org.colonnade.platform.store.internal.company;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.colonnade.platform.api.company.Company;
import org.colonnade.platform.api.company.CompanyDraft;

/** The rows of platform_company. */
final class CompanyRows {

    private static final String ALL =
            "select id, code, name, currency, zone, language, year_start, active, created_at, version"
                    + " from platform_company order by code";
    private static final String LOCK = "select id from platform_company where id = 1 for update";
    private static final String NEXT = "select max(id) + 1 from platform_company";
    private static final String ADD = "insert into platform_company"
            + " (id, code, version, name, currency, zone, language, year_start, active, created_at) values (?, ?, 1, ?, ?, ?, ?, ?, ?, ?)";
    private static final String ADD_CHAIN = "insert into platform_audit_head (company, position) values (?, 0)";
    private static final String CHANGE =
            "update platform_company set version = version + 1, name = ?, currency = ?, zone = ?,"
                    + " language = ?, year_start = ?, active = ? where id = ?";

    private CompanyRows() {}

    static List<Company> all(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(ALL);
                ResultSet row = query.executeQuery()) {
            List<Company> all = new ArrayList<>();
            while (row.next()) {
                all.add(new Company(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getBoolean(8),
                        row.getObject(9, OffsetDateTime.class).toInstant(),
                        row.getLong(10)));
            }
            return all;
        }
    }

    /** Lets one change after the other. */
    static void queueUp(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.executeQuery().close();
        }
    }

    /** @return its id */
    static long add(Connection connection, CompanyDraft draft, Instant now) throws SQLException {
        long id = next(connection);
        try (PreparedStatement add = connection.prepareStatement(ADD);
                PreparedStatement chain = connection.prepareStatement(ADD_CHAIN)) {
            add.setLong(1, id);
            add.setString(2, draft.code());
            add.setString(3, draft.name());
            add.setString(4, draft.currency());
            add.setString(5, draft.zone());
            add.setString(6, draft.language());
            add.setString(7, draft.yearStart());
            add.setBoolean(8, draft.active());
            add.setObject(9, now.atOffset(ZoneOffset.UTC));
            add.executeUpdate();
            chain.setLong(1, id);
            chain.executeUpdate();
        }
        return id;
    }

    static void change(Connection connection, long id, CompanyDraft draft) throws SQLException {
        try (PreparedStatement change = connection.prepareStatement(CHANGE)) {
            change.setString(1, draft.name());
            change.setString(2, draft.currency());
            change.setString(3, draft.zone());
            change.setString(4, draft.language());
            change.setString(5, draft.yearStart());
            change.setBoolean(6, draft.active());
            change.setLong(7, id);
            change.executeUpdate();
        }
    }

    private static long next(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(NEXT);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
