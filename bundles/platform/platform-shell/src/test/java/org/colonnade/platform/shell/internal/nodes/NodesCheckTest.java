package org.colonnade.platform.shell.internal.nodes;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import org.colonnade.platform.api.admin.HealthCheck.Finding;
import org.colonnade.platform.api.admin.HealthCheck.Level;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Test;

public class NodesCheckTest extends OnEachDatabase {

    private final Set<String> here = new TreeSet<>(Set.of("crm"));
    private final Set<String> there = new TreeSet<>(Set.of("crm"));

    @Test
    public void nodesSeeEachOtherAndHowTheyDiffer() throws Exception {
        Tx tx = database().tx("shell");
        NodesCheck one = new NodesCheck(tx, "10.0.0.1:8181", "b1", () -> here);
        NodesCheck two = new NodesCheck(tx, "10.0.0.2:8181", "b1", () -> there);
        one.pulse();
        assertEquals(Finding.well("This is the only node."), one.check());
        two.pulse();
        two.pulse();
        assertEquals(Finding.well("2 nodes with the same functions; others at 10.0.0.2:8181."), one.check());
        there.add("calendar");
        here.add("mail");
        two.pulse();
        Finding differ = one.check();
        assertEquals(Level.WARNING, differ.level());
        assertEquals(
                "The node at 10.0.0.2:8181 has other functions: there is not mail, here not calendar.",
                differ.sentence());
        here.remove("mail");
        assertTrue(one.check().sentence().endsWith("here is not calendar."));
        two.close();
        assertEquals(Finding.well("This is the only node."), one.check());
    }

    @Test
    public void aSilentNodeIsNoneAndOneOfAnotherBuildIsNamed() throws Exception {
        Tx tx = database().tx("shell");
        NodesCheck one = new NodesCheck(tx, "10.0.0.1:8181", "b1", () -> here);
        NodesCheck two = new NodesCheck(tx, "10.0.0.2:8181", "b2", () -> there);
        two.pulse();
        assertEquals(
                "The node at 10.0.0.2:8181 runs another build.", one.check().sentence());
        silent("interval '1' minute");
        assertEquals(Finding.well("This is the only node."), one.check());
        silent("interval '2' day");
        one.pulse();
        assertEquals(1, rows());
    }

    private void silent(String since) throws SQLException {
        try (Connection connection = database().connection();
                Statement sql = connection.createStatement()) {
            sql.execute("update shell_node set seen_at = current_timestamp - " + since);
        }
    }

    private int rows() throws SQLException {
        try (Connection connection = database().connection();
                Statement sql = connection.createStatement();
                var row = sql.executeQuery("select count(*) from shell_node")) {
            row.next();
            return row.getInt(1);
        }
    }
}
