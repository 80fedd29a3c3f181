package org.colonnade.platform.measures.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.measures.internal.domain.OwnUnit;

/** The company's own units. */
public final class UnitRows {

    private static final String DOOR = "select id from measures_door where id = 1 for update";
    private static final String BY_CODE =
            "select code, name, thai_name, symbol, of_unit, factor from measures_unit where code = ?";
    private static final String ALL =
            "select code, name, thai_name, symbol, of_unit, factor from measures_unit where archived = false order by code";

    private UnitRows() {}

    /** Lets one transaction in after the other, until it ends: for codes. */
    public static void door(Work work) throws SQLException {
        try (PreparedStatement select = work.unwrap(Connection.class).prepareStatement(DOOR);
                ResultSet row = select.executeQuery()) {
            row.next();
        }
    }

    /** The one of that code, archived or not; null if there is none. */
    public static OwnUnit find(Work work, String code) throws SQLException {
        try (PreparedStatement select = work.unwrap(Connection.class).prepareStatement(BY_CODE)) {
            select.setString(1, code);
            List<OwnUnit> found = read(select);
            return found.isEmpty() ? null : found.get(0);
        }
    }

    /** All that are not archived, by code. */
    public static List<OwnUnit> all(Work work) throws SQLException {
        try (PreparedStatement select = work.unwrap(Connection.class).prepareStatement(ALL)) {
            return read(select);
        }
    }

    private static List<OwnUnit> read(PreparedStatement select) throws SQLException {
        List<OwnUnit> units = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                units.add(new OwnUnit(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)));
            }
        }
        return units;
    }
}
