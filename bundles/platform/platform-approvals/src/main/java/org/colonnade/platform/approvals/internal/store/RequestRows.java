package org.colonnade.platform.approvals.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.approval.ApprovalState;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.approvals.internal.domain.Request;

/** Requests with what was decided about them. */
public final class RequestRows {

    private static final String SELECT =
            "select id, kind, subject, content_version, fingerprint, amount, title, steps, makers, made_until,"
                    + " state, requested_by, requested_at, expires_at, ended_at from approvals_request";
    private static final String ONE = SELECT + " where id = ?";
    private static final String LOCKED = ONE + " for update";
    private static final String STANDING =
            SELECT + " where subject = ? and state in ('OPEN', 'GRANTED') order by id for update";
    private static final String GRANTED =
            "select id from approvals_request where subject = ? and kind = ? and content_version = ?"
                    + " and fingerprint = ? and state = 'GRANTED'";
    private static final String LAST_GRANTED =
            "select max(made_until) from approvals_request where subject = ? and kind = ?"
                    + " and state in ('GRANTED', 'VOIDED') and granted = true";
    private static final String OPEN_AFTER =
            SELECT + " where state = 'OPEN' and expires_at > ? and id > ? order by id limit ?";
    private static final String ALL_BEFORE = SELECT + " where id < ? order by id desc limit ?";
    private static final String STATE_BEFORE = SELECT + " where state = ? and id < ? order by id desc limit ?";
    private static final String ADD =
            "insert into approvals_request (id, kind, subject, content_version, fingerprint, amount, title, steps,"
                    + " makers, made_until, state, requested_by, requested_at, expires_at, granted)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false)";
    private static final String END = "update approvals_request set state = ?, ended_at = ?, granted = ? where id = ?";

    private RequestRows() {}

    /** Stores a new one. */
    public static void add(Work work, Request request) throws SQLException {
        try (PreparedStatement insert = statement(work, ADD)) {
            insert.setLong(1, request.id());
            insert.setString(2, request.kind());
            insert.setString(3, request.record().toString());
            insert.setLong(4, request.version());
            insert.setString(5, request.fingerprint());
            insert.setString(6, Texts.money(request.amount()));
            insert.setString(7, request.title());
            insert.setString(8, Texts.steps(request.steps()));
            insert.setString(9, Texts.refs(request.makers()));
            insert.setLong(10, request.madeUntil());
            insert.setString(11, request.state().name());
            insert.setString(12, request.requestedBy().toString());
            set(insert, 13, request.requestedAt());
            set(insert, 14, request.expiresAt());
            insert.executeUpdate();
        }
    }

    /** One as it stands. */
    public static Optional<Request> find(Work work, long id) throws SQLException {
        return one(work, ONE, id);
    }

    /** The same, kept from other decisions until the transaction ends. */
    public static Optional<Request> locked(Work work, long id) throws SQLException {
        return one(work, LOCKED, id);
    }

    private static Optional<Request> one(Work work, String sql, long id) throws SQLException {
        try (PreparedStatement query = statement(work, sql)) {
            query.setLong(1, id);
            return rows(work, query).stream().findFirst();
        }
    }

    /** Those of a record that hold or may come to, locked. */
    public static List<Request> standing(Work work, Ref record) throws SQLException {
        try (PreparedStatement query = statement(work, STANDING)) {
            query.setString(1, record.toString());
            return rows(work, query);
        }
    }

    /** Whether exactly this content was granted. */
    public static boolean granted(Work work, String kind, Ref record, long version, String fingerprint)
            throws SQLException {
        try (PreparedStatement query = statement(work, GRANTED)) {
            query.setString(1, record.toString());
            query.setString(2, kind);
            query.setLong(3, version);
            query.setString(4, fingerprint);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    /** The last edit that an approval of the kind has covered; 0 before the first. */
    public static long covered(Work work, String kind, Ref record) throws SQLException {
        try (PreparedStatement query = statement(work, LAST_GRANTED)) {
            query.setString(1, record.toString());
            query.setString(2, kind);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    /** Those that are open and have not expired after an id, the oldest first. */
    public static List<Request> open(Work work, long after, int limit) throws SQLException {
        try (PreparedStatement query = statement(work, OPEN_AFTER)) {
            set(query, 1, work.now());
            query.setLong(2, after);
            query.setInt(3, limit);
            return rows(work, query);
        }
    }

    /** Those before an id, the latest first. @param state null for every state */
    public static List<Request> before(Work work, ApprovalState state, long before, int limit) throws SQLException {
        try (PreparedStatement query = statement(work, state == null ? ALL_BEFORE : STATE_BEFORE)) {
            int next = 1;
            if (state != null) {
                query.setString(next++, state.name());
            }
            query.setLong(next, before);
            query.setInt(next + 1, limit);
            return rows(work, query);
        }
    }

    /** It is over, or granted. */
    public static void end(Work work, Request request, ApprovalState state) throws SQLException {
        try (PreparedStatement update = statement(work, END)) {
            update.setString(1, state.name());
            set(update, 2, work.now());
            // what was granted once stays the approved state from which edits are counted
            update.setBoolean(3, state == ApprovalState.GRANTED || request.state() == ApprovalState.GRANTED);
            update.setLong(4, request.id());
            update.executeUpdate();
        }
    }

    private static List<Request> rows(Work work, PreparedStatement query) throws SQLException {
        List<Request> requests = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                requests.add(request(row));
            }
        }
        Map<Long, List<Request.Decision>> decisions =
                DecisionRows.of(work, requests.stream().map(Request::id).toList());
        return requests.stream()
                .map(request -> request.with(decisions.getOrDefault(request.id(), List.of())))
                .toList();
    }

    private static Request request(ResultSet row) throws SQLException {
        return new Request(
                row.getLong(1),
                row.getString(2),
                Ref.parse(row.getString(3)),
                row.getLong(4),
                row.getString(5),
                Texts.money(row.getString(6)),
                row.getString(7),
                Texts.steps(row.getString(8)),
                Texts.refs(row.getString(9)),
                row.getLong(10),
                ApprovalState.valueOf(row.getString(11)),
                Ref.parse(row.getString(12)),
                instant(row, 13),
                instant(row, 14),
                instant(row, 15),
                List.of());
    }

    static PreparedStatement statement(Work work, String sql) throws SQLException {
        return work.unwrap(Connection.class).prepareStatement(sql);
    }

    static void set(PreparedStatement statement, int index, Instant at) throws SQLException {
        statement.setObject(index, at.atOffset(ZoneOffset.UTC));
    }

    static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
