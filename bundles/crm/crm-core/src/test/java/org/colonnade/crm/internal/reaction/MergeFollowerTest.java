package org.colonnade.crm.internal.reaction;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.colonnade.crm.api.Merge;
import org.colonnade.crm.api.MergeRequest;
import org.colonnade.crm.api.Party;
import org.colonnade.crm.api.RevertRequest;
import org.colonnade.crm.api.spi.PartyReferenceParticipant;
import org.colonnade.crm.internal.Office;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.store.Work;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Test;

public class MergeFollowerTest extends OnEachDatabase {

    private Office office;
    private MergeFollower follower;

    /** A function that keeps orders of parties. */
    private static final class Orders implements PartyReferenceParticipant {

        @Override
        public String name() {
            return "shop.orders";
        }

        @Override
        public String module() {
            return "crm";
        }

        @Override
        public String move(Ref merged, Ref survivor, Work work) throws SQLException {
            Connection connection = work.unwrap(Connection.class);
            List<String> journal = orders(connection, merged.toString());
            for (String number : journal) {
                set(connection, number, survivor, merged);
            }
            return String.join(" ", journal);
        }

        @Override
        public void putBack(Ref merged, Ref survivor, String journal, Work work) throws SQLException {
            for (String number : journal.isEmpty() ? new String[0] : journal.split(" ")) {
                set(work.unwrap(Connection.class), number, merged, survivor);
            }
        }

        private static void set(Connection connection, String number, Ref to, Ref from) throws SQLException {
            try (PreparedStatement move =
                    connection.prepareStatement("update shop_order set party = ? where number = ? and party = ?")) {
                move.setString(1, to.toString());
                move.setString(2, number);
                move.setString(3, from.toString());
                move.executeUpdate();
            }
        }
    }

    @Before
    public void raise() throws SQLException {
        office = new Office(database());
        follower = new MergeFollower(new Orders(), new MoveJournals(office.tx));
        try (Connection connection = database().connection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table shop_order (number varchar(20), party varchar(100))");
        }
    }

    @Test
    public void ordersFollowTheirPartyAndComeBack() throws SQLException {
        Party ann = office.person("Ann", "Lee");
        Party anne = office.person("Anne", "Lee");
        order("1", ann);
        order("2", anne);
        Merge merge = office.merges.merge(Office.ACTOR, MergeRequest.of(ann.id(), anne.id()));
        database().runReactions(follower, new MoveRecorder());
        assertEquals(List.of("1", "2"), orders(ann));
        assertEquals(List.of(), orders(anne));
        assertTrue(moves(merge).contains("shop.orders"));
        order("3", ann);

        office.merges.revert(Office.ACTOR, merge.id(), new RevertRequest(Map.of()));
        database().placeEvents();
        assertEquals("what came later stays", List.of("1", "3"), orders(ann));
        assertEquals(List.of("2"), orders(anne));
        assertTrue(office.merges.get(Office.ACTOR, merge.id()).moves().stream()
                .filter(move -> move.participant().equals("shop.orders"))
                .allMatch(Merge.Move::putBack));
    }

    @Test
    public void aFunctionThatComesLaterFollowsThen() throws SQLException {
        Party ann = office.person("Ann", "Lee");
        Party anne = office.person("Anne", "Lee");
        order("2", anne);
        Merge merge = office.merges.merge(Office.ACTOR, MergeRequest.of(ann.id(), anne.id()));
        database().runReactions(new MoveRecorder());
        assertFalse(moves(merge).contains("shop.orders"));
        assertTrue("crm's own moved with the merge", moves(merge).contains("crm.notes"));
        assertEquals(List.of("2"), orders(anne));
        database().runReactions(follower);
        database().placeEvents();
        assertEquals(List.of("2"), orders(ann));
        assertTrue(moves(merge).contains("shop.orders"));
    }

    private List<String> moves(Merge merge) {
        return office.merges.get(Office.ACTOR, merge.id()).moves().stream()
                .map(Merge.Move::participant)
                .toList();
    }

    private void order(String number, Party party) throws SQLException {
        try (Connection connection = database().connection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into shop_order (number, party) values (?, ?)")) {
            insert.setString(1, number);
            insert.setString(2, party.ref().toString());
            insert.executeUpdate();
        }
    }

    private List<String> orders(Party party) throws SQLException {
        try (Connection connection = database().connection()) {
            return orders(connection, party.ref().toString());
        }
    }

    private static List<String> orders(Connection connection, String party) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select number from shop_order where party = ? order by number")) {
            select.setString(1, party);
            List<String> numbers = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    numbers.add(rows.getString(1));
                }
            }
            return numbers;
        }
    }
}
