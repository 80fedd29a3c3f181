package org.colonnade.crm.internal.assign;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.colonnade.crm.internal.store.Sql;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.store.Work;

/**
 * The rows that keep two decisions apart: one for the turn of each rule and one for each person. Whoever decides locks first the turns,
 * by rule, then the seats, by name; so no two wait for each other.
 */
final class Seats {

    private static final String TURNS =
            "select rule_id, last_user from crm_assignment_turn where rule_id = any (?) order by rule_id for update";
    private static final String ADD_TURN = "insert into crm_assignment_turn (rule_id) values (?)";
    private static final String TURN = "update crm_assignment_turn set last_user = ? where rule_id = ?";
    private static final String SEATS =
            "select user_name, last_at from crm_seat where user_name = any (?) order by user_name for update";
    private static final String SEAT = "update crm_seat set last_at = ? where user_name = ?";
    private static final String ADD_SEAT =
            "insert into crm_seat (user_name) select cast(? as varchar(64)) where not exists (select 1 from crm_seat where user_name = ?)";
    private static final String SITTING = "select user_name from crm_seat where user_name = any (?)";
    private static final String DOOR = "select user_name from crm_seat where user_name = '' for update";
    private static final String OPEN = "select owner, count(*) from crm_lead where owner = any (?) and archived = false"
            + " and state in ('NEW', 'CONTACTED', 'QUALIFIED') group by owner";

    private Seats() {}

    /** Whose turn it was last, by rule; locked. */
    static Map<String, String> turns(Work work, Collection<String> rules) throws SQLException {
        Map<String, String> turns = new HashMap<>();
        List<Long> ids = rules.stream().map(Tsid::parse).sorted().toList();
        Sql.query(
                connection(work),
                TURNS,
                row -> turns.put(Tsid.text(row.getLong(1)), row.getString(2)),
                Sql.ids(connection(work), ids));
        return turns;
    }

    /** When each of them last got a lead; locked. A person without a row has no value here. */
    static Map<String, Instant> seats(Work work, Collection<String> users) throws SQLException {
        Map<String, Instant> seats = new HashMap<>();
        Sql.query(
                connection(work),
                SEATS,
                row -> seats.put(row.getString(1), instant(row, 2)),
                Sql.texts(connection(work), new TreeSet<>(users)));
        return seats;
    }

    /** How many open leads each of them has. */
    static Map<String, Integer> open(Work work, Collection<String> users) throws SQLException {
        Map<String, Integer> open = new HashMap<>();
        Sql.query(
                connection(work),
                OPEN,
                row -> open.put(row.getString(1), row.getInt(2)),
                Sql.texts(connection(work), users));
        return open;
    }

    /** It was this one's turn. */
    static void took(Work work, String rule, String user) throws SQLException {
        Sql.update(connection(work), TURN, user, Tsid.parse(rule));
        Sql.update(connection(work), SEAT, work.now().atOffset(ZoneOffset.UTC), user);
    }

    /** A rule has a turn. */
    static void addTurn(Work work, String rule) throws SQLException {
        Sql.update(connection(work), ADD_TURN, Tsid.parse(rule));
    }

    /** Each of them has a seat; one who comes in holds the door, so that nobody sits down twice. */
    static void add(Work work, Collection<String> users) throws SQLException {
        door(work);
        for (String user : new TreeSet<>(users)) {
            Sql.update(connection(work), ADD_SEAT, user, user);
        }
    }

    /** Who came into a team since the rules were written sits down now. */
    static void addMissing(Work work, Collection<String> users) throws SQLException {
        Set<String> missing = new TreeSet<>(users);
        Sql.query(connection(work), SITTING, row -> row.getString(1), Sql.texts(connection(work), users))
                .forEach(missing::remove);
        if (!missing.isEmpty()) {
            add(work, missing);
        }
    }

    /** Lets no other change of rules or capacities in until the transaction ends. */
    static void door(Work work) throws SQLException {
        Sql.query(connection(work), DOOR, row -> row.getString(1));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static Connection connection(Work work) {
        return work.unwrap(Connection.class);
    }
}
