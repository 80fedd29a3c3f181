package org.colonnade.platform.security.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.colonnade.platform.api.store.Work;

/** In which companies users work: ids in a column of the users' table, the user's own first. */
public final class UserCompanies {

    private static final String READ = "select companies from security_user where id = ?";
    private static final String WRITE = "update security_user set companies = ? where id = ?";

    private UserCompanies() {}

    static List<Long> of(String text) {
        return Arrays.stream(text.split(",")).map(Long::valueOf).toList();
    }

    public static List<Long> read(Work work, long user) throws SQLException {
        try (PreparedStatement query = work.unwrap(Connection.class).prepareStatement(READ)) {
            query.setLong(1, user);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return of(row.getString(1));
            }
        }
    }

    /** @param companies at least one */
    public static void write(Work work, long user, List<Long> companies) throws SQLException {
        try (PreparedStatement update = work.unwrap(Connection.class).prepareStatement(WRITE)) {
            update.setString(1, companies.stream().map(String::valueOf).collect(Collectors.joining(",")));
            update.setLong(2, user);
            update.executeUpdate();
        }
    }
}
