package org.colonnade.platform.shell.internal.nodes;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.colonnade.platform.api.store.Work;

/** The processes that share the database. Signs of life go by the database's clock, which all of them share. */
final class NodeRows {

    private static final String SEEN =
            "update shell_node set address = ?, build = ?, functions = ?, seen_at = current_timestamp where id = ?";
    private static final String NEW =
            "insert into shell_node (id, address, build, functions, seen_at) values (?, ?, ?, ?, current_timestamp)";
    private static final String NOW = "select current_timestamp as moment";
    private static final String OTHERS =
            "select id, address, build, functions from shell_node where id <> ? and seen_at > ?"
                    + " order by address, id";
    private static final String GONE = "delete from shell_node where id = ?";
    private static final String FORGET = "delete from shell_node where seen_at < ?";

    private NodeRows() {}

    /** A sign of life. */
    static void seen(Work work, NodeRow node) throws SQLException {
        String functions = String.join(",", new TreeSet<>(node.functions()));
        if (update(work, SEEN, node.address(), node.build(), functions, node.id()) == 0) {
            update(work, NEW, node.id(), node.address(), node.build(), functions);
        }
    }

    /** The others that gave a sign of life within the time. */
    static List<NodeRow> others(Work work, String id, Duration within) throws SQLException {
        try (PreparedStatement query = work.unwrap(Connection.class).prepareStatement(OTHERS)) {
            query.setString(1, id);
            query.setObject(2, now(work).minus(within).atOffset(ZoneOffset.UTC));
            List<NodeRow> others = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    String functions = row.getString("functions");
                    others.add(new NodeRow(
                            row.getString("id"),
                            row.getString("address"),
                            row.getString("build"),
                            functions.isEmpty()
                                    ? new TreeSet<>()
                                    : new TreeSet<>(Arrays.asList(functions.split(",")))));
                }
            }
            return others;
        }
    }

    /** The process ends. */
    static void gone(Work work, String id) throws SQLException {
        update(work, GONE, id);
    }

    /** Forgets those that were silent for so long. */
    static void forget(Work work, Duration silent) throws SQLException {
        try (PreparedStatement statement = work.unwrap(Connection.class).prepareStatement(FORGET)) {
            statement.setObject(1, now(work).minus(silent).atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    private static Instant now(Work work) throws SQLException {
        try (PreparedStatement query = work.unwrap(Connection.class).prepareStatement(NOW);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getObject("moment", OffsetDateTime.class).toInstant();
        }
    }

    private static int update(Work work, String text, String... values) throws SQLException {
        try (PreparedStatement statement = work.unwrap(Connection.class).prepareStatement(text)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
