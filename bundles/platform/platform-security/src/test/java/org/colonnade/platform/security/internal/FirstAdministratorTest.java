package org.colonnade.platform.security.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.colonnade.platform.api.admin.HealthCheck;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.problem.Unauthenticated;
import org.colonnade.platform.security.internal.domain.BearerToken;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class FirstAdministratorTest extends OnEachDatabase {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void theFirstStartLeavesASecretThatOnlyItsOwnerReads() throws Exception {
        Path file = new Office(database(), home("one")).setup.path();
        assertTrue(BearerToken.fits(Files.readString(file).strip()));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        try (var files = Files.list(file.getParent())) {
            assertEquals("nothing else lies there", List.of(file), files.toList());
        }
    }

    @Test
    public void theDatabaseKeepsOnlyTheFingerprint() throws Exception {
        String secret = secret(new Office(database(), home("one")));
        assertEquals(BearerToken.fingerprint(secret), text("select fingerprint from security_setup_secret"));
    }

    @Test
    public void theSecretMakesOneAdministratorAndIsSpent() throws Exception {
        Office office = new Office(database(), home("one"));
        String secret = secret(office);
        assertEquals(
                Set.of("administrator"),
                office.first.make(secret, "Admin", Office.PASSWORD, null).roles());
        assertFalse(Files.exists(office.setup.path()));
        assertTrue(office.actor("admin").administrator());
        assertEquals("0", text("select count(*) from security_setup_secret"));
        Conflict again = assertThrows(Conflict.class, () -> office.first.make(secret, "second", Office.PASSWORD, null));
        assertEquals("platform.setup.done", again.code());
        assertEquals(List.of("platform.user.added"), office.eventTypes());
    }

    @Test
    public void aWrongSecretMakesNobody() throws Exception {
        Office office = new Office(database(), home("one"));
        for (String wrong : Arrays.asList(null, "", "guess", BearerToken.draw(new SecureRandom()))) {
            Unauthenticated no =
                    assertThrows(Unauthenticated.class, () -> office.first.make(wrong, "admin", Office.PASSWORD, null));
            assertEquals("platform.setup.secret", no.code());
        }
        assertEquals("0", text("select count(*) from security_user"));
    }

    @Test
    public void aBadPasswordDoesNotSpendTheSecret() throws Exception {
        Office office = new Office(database(), home("one"));
        String secret = secret(office);
        assertThrows(Rejected.class, () -> office.first.make(secret, "admin", "short", null));
        office.first.make(secret, "admin", Office.PASSWORD, null);
    }

    @Test
    public void aRestartKeepsTheSecretAndALostFileIsReplaced() throws Exception {
        Path home = home("one");
        String secret = secret(new Office(database(), home));
        Office restarted = new Office(database(), home);
        assertEquals(secret, secret(restarted));
        Files.delete(restarted.setup.path());
        Office again = new Office(database(), home);
        assertNotEquals(secret, secret(again));
        again.first.make(secret(again), "admin", Office.PASSWORD, null);
    }

    @Test
    public void aFileThatTheDatabaseDoesNotKnowOrOthersCouldReadIsReplaced() throws Exception {
        Path home = home("one");
        Path file = new Office(database(), home).setup.path();
        String stray = BearerToken.draw(new SecureRandom());
        Files.writeString(file, stray);
        String next = secret(new Office(database(), home));
        assertNotEquals(stray, next);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertNotEquals(next, secret(new Office(database(), home)));
    }

    @Test
    public void theSecretOfEachNodeOpensAndOnlyOneOfThem() throws Exception {
        Office one = new Office(database(), home("one"));
        Office two = new Office(database(), home("two"));
        String ofOne = secret(one);
        String ofTwo = secret(two);
        assertNotEquals(ofOne, ofTwo);
        List<Callable<Object>> both = List.of(
                () -> one.first.make(ofOne, "first", Office.PASSWORD, null),
                () -> two.first.make(ofTwo, "second", Office.PASSWORD, null));
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            int refused = 0;
            for (Future<Object> made : nodes.invokeAll(both)) {
                refused += isDone(made) ? 1 : 0;
            }
            assertEquals(1, refused);
        } finally {
            nodes.shutdownNow();
        }
        assertEquals("1", text("select count(*) from security_user"));
    }

    @Test
    public void aStartWithAnAdministratorClearsTheFileAway() throws Exception {
        Office one = new Office(database(), home("one"));
        Office two = new Office(database(), home("two"));
        one.first.make(secret(one), "admin", Office.PASSWORD, null);
        assertTrue(Files.exists(two.setup.path()));
        assertFalse(Files.exists(new Office(database(), home("two")).setup.path()));
    }

    @Test
    public void anAdministratorMadeOnTheConsoleClosesTheSetup() throws Exception {
        Office office = new Office(database(), home("one"));
        String secret = secret(office);
        office.add("admin", "administrator");
        assertFalse(Files.exists(office.setup.path()));
        assertThrows(Conflict.class, () -> office.first.make(secret, "other", Office.PASSWORD, null));
    }

    @Test
    public void theHealthCheckNamesTheFileUntilThereIsSomebody() throws Exception {
        Office office = new Office(database(), home("one"));
        SecurityHealth health = new SecurityHealth(office.first);
        assertEquals(HealthCheck.Level.WARNING, health.check().level());
        assertTrue(health.check().mend().contains("administrator-secret"));
        assertFalse(
                "no path", health.check().toString().contains(folder.getRoot().getName()));
        office.first.make(secret(office), "admin", Office.PASSWORD, null);
        assertEquals(HealthCheck.Level.WELL, health.check().level());
    }

    @Test
    public void aFolderThatCannotBeWrittenIsSaidAndStopsNothing() throws Exception {
        Office office = new Office(database(), folder.getRoot().toPath().resolve("is/not/there"));
        assertEquals(
                HealthCheck.Level.FAILED,
                new SecurityHealth(office.first).check().level());
        office.add("admin", "administrator");
    }

    private Path home(String node) throws IOException {
        return Files.createDirectories(folder.getRoot().toPath().resolve(node));
    }

    private static String secret(Office office) throws IOException {
        return Files.readString(office.setup.path()).strip();
    }

    private String text(String sql) throws SQLException {
        try (Connection connection = database().connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "nothing";
        }
    }

    private static boolean isDone(Future<Object> made) throws InterruptedException {
        try {
            made.get();
            return false;
        } catch (ExecutionException refused) {
            assertEquals("platform.setup.done", ((Conflict) refused.getCause()).code());
            return true;
        }
    }
}
