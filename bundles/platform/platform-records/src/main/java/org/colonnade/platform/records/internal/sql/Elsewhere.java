package org.colonnade.platform.records.internal.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colonnade.platform.api.dossier.Lookup;

/** What the store says of records where their rows do not: values of other tables, and the order of texts. */
public final class Elsewhere {

    private static final String ORDER = "select case when cast(? as varchar) < cast(? as varchar) then -1"
            + " when cast(? as varchar) > cast(? as varchar) then 1 else 0 end";

    private Elsewhere() {}

    /** The values of some records, as they are compared there. */
    public static Map<Long, List<Object>> values(Connection connection, Lookup lookup, Collection<Long> records)
            throws SQLException {
        String value = "x." + lookup.valueColumn();
        Statement text = new Statement();
        text.add("select x." + lookup.recordColumn() + "," + value + " from " + lookup.table() + " x where ");
        if (lookup.ownerColumn() != null) {
            text.add("x." + lookup.ownerColumn() + "=")
                    .add(null, lookup.owner())
                    .add(" and ");
        }
        text.add("x." + lookup.recordColumn() + " = any (")
                .add(null, connection.createArrayOf("bigint", records.toArray()))
                .add(") and " + value + " is not null");
        Map<Long, List<Object>> all = new HashMap<>();
        try (PreparedStatement prepared = text.prepare(connection);
                ResultSet row = prepared.executeQuery()) {
            while (row.next()) {
                all.computeIfAbsent(row.getLong(1), any -> new ArrayList<>()).add(read(row, lookup.order()));
            }
        }
        return all;
    }

    private static Object read(ResultSet row, Lookup.Order order) throws SQLException {
        return switch (order) {
            case TEXT -> row.getString(2);
            case NUMBER -> row.getBigDecimal(2);
            case MOMENT -> row.getObject(2, OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC);
        };
    }

    /** How the store orders two texts, which goes by how it was set up. */
    public static int compare(Connection connection, String one, String other) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(ORDER)) {
            for (int i = 1; i <= 4; i++) {
                prepared.setString(i, i % 2 == 1 ? one : other);
            }
            try (ResultSet row = prepared.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
