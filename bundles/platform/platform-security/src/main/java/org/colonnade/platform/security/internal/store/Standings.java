package org.colonnade.platform.security.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.security.internal.domain.TeamTree;

/** Which teams a user sees; asked only of those who are in one, and only when a token is looked up. */
final class Standings {

    private static final String TEAMS = "select t.id, t.parent_id, t.name, t.archived, m.since from security_team t"
            + " left join security_team_member m on m.team_id = t.id and m.user_id = ?";

    private Standings() {}

    /**
     * The teams of a user.
     *
     * @param seen the names of the teams that it sees, by id
     * @param home the id of the one that it has been in for longest; null if that is none
     */
    record Seen(Map<String, String> seen, String home) {

        static final Seen NONE = new Seen(Map.of(), null);
    }

    static Seen of(Work work, long user) throws SQLException {
        Map<Long, Long> parents = new HashMap<>();
        Map<Long, String> names = new HashMap<>();
        List<Long> own = new ArrayList<>();
        Long home = null;
        Instant longest = null;
        try (PreparedStatement query = work.unwrap(Connection.class).prepareStatement(TEAMS)) {
            query.setLong(1, user);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    long id = row.getLong(1);
                    long parent = row.getLong(2);
                    parents.put(id, row.wasNull() ? null : parent);
                    names.put(id, row.getString(3));
                    OffsetDateTime since = row.getObject(5, OffsetDateTime.class);
                    if (since != null) {
                        own.add(id);
                        boolean first = longest == null
                                || since.toInstant().isBefore(longest)
                                || since.toInstant().equals(longest) && id < home;
                        if (!row.getBoolean(4) && first) {
                            longest = since.toInstant();
                            home = id;
                        }
                    }
                }
            }
        }
        Map<String, String> seen =
                new TeamTree(parents).below(own).stream().collect(Collectors.toMap(Tsid::text, names::get));
        return new Seen(seen, home == null ? null : Tsid.text(home));
    }
}
