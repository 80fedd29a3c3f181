package org.colonnade.platform.webhooks.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** Who has the database alone signs nothing. */
public class SealedSecretsTest extends OnEachDatabase {

    private final Receiver receiver = new Receiver();
    private Front front;

    @Before
    public void open() {
        front = new Front(database());
    }

    @After
    public void stop() {
        front.close();
        receiver.close();
    }

    @Test
    public void aSecretLiesSealedInTheDatabaseAndSigns() throws Exception {
        String id = front.subscribe(receiver.url(), "*");
        String secret = front.webhooks.rotate(Front.OWNER, id, Duration.ZERO);
        assertTrue(stored(), stored().startsWith("v1."));
        assertTrue(front.webhooks.test(Front.OWNER, id).taken());
        assertEquals(1, receiver.taken.get(0).signedBy(secret));
    }

    @Test
    public void theSecretOfOneSubscriberDoesNotOpenForAnother() throws Exception {
        front.webhooks.rotate(Front.OWNER, front.subscribe(receiver.url(), "*"), Duration.ZERO);
        String other = front.subscribe(receiver.url() + "/other", "*");
        String sealed = stored();
        front.webhooks.rotate(Front.OWNER, other, Duration.ZERO);
        execute("update webhooks_secret set secret = '" + sealed + "'");
        assertThrows(IllegalStateException.class, () -> front.webhooks.test(Front.OWNER, other));
    }

    @Test
    public void whatAnOlderReleaseLeftReadableIsSealedAtTheFirstStart() throws Exception {
        String id = front.subscribe(receiver.url(), "platform.record.*");
        String secret = front.webhooks.rotate(Front.OWNER, id, Duration.ZERO);
        execute("update webhooks_secret set secret = '" + secret + "'");
        assertTrue(
                "it signs before it is sealed",
                front.webhooks.test(Front.OWNER, id).taken());
        assertEquals(1, receiver.taken.get(0).signedBy(secret));
        front.node();
        Front.await("it is sealed", () -> stored().startsWith("v1."));
        assertFalse(stored(), stored().contains(secret.substring(6)));
        front.happen("A");
        Front.await("it is sent", () -> receiver.taken.size() == 2);
        assertEquals("by the same secret", 1, receiver.taken.get(1).signedBy(secret));
        assertEquals(0, front.webhooks.secrets().sealReadable(front.tx().everywhere()));
    }

    @Test
    public void aNodeWithoutTheKeySendsNothingAndHoldsUpNobody() throws Exception {
        String id = front.ready(receiver);
        Path nowhere = Front.newHome();
        try (Front other = new Front(database(), nowhere)) {
            other.node();
            front.happen("A");
            assertEquals(
                    "platform.vault.key",
                    assertThrows(Unavailable.class, () -> other.webhooks.test(Front.OWNER, id))
                            .code());
            Problem refused = assertThrows(Problem.class, () -> other.webhooks.rotate(Front.OWNER, id, Duration.ZERO));
            assertEquals("platform.vault.key", refused.code());
            int before = other.vaultAsked.get();
            Front.await("two rounds have passed", () -> other.vaultAsked.get() >= before + 2);
            assertEquals(0, receiver.taken.size());
            front.node();
            Front.await("the node that has it sends", () -> receiver.taken.size() == 1);
            Files.copy(front.home().resolve("vault-key"), nowhere.resolve("vault-key"));
            assertTrue(other.webhooks.test(Front.OWNER, id).taken());
        }
    }

    private String stored() {
        try (Connection connection = database().connection();
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("select secret from webhooks_secret")) {
            row.next();
            return row.getString(1);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private void execute(String text) throws SQLException {
        try (Connection connection = database().connection();
                Statement sql = connection.createStatement()) {
            sql.execute(text);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        }
    }
}
