package org.colonnade.platform.security.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.problem.TooMany;
import org.colonnade.platform.api.problem.Unauthenticated;
import org.colonnade.platform.security.internal.domain.WrongTries.Mark;
import org.colonnade.platform.security.internal.store.WrongTryRows;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Two nodes over one database count together. */
public class SharedTriesTest extends OnEachDatabase {

    private static final Duration PAUSE = Duration.ofSeconds(30);

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Office one;
    private Office two;

    @Before
    public void open() {
        one = new Office(database(), folder.getRoot().toPath());
        two = new Office(database(), folder.getRoot().toPath());
        one.add("malee");
    }

    @After
    public void close() {
        one.tries.close();
        two.tries.close();
    }

    @Test
    public void whatIsFreeIsFreeOnceForBothNodes() {
        assertEquals(3, looked("malee", 12));
        assertThrows(TooMany.class, () -> one.signIns.signIn("malee", Office.PASSWORD, null, Office.ELSEWHERE));
        assertThrows(TooMany.class, () -> two.signIns.signIn("malee", Office.PASSWORD, null, Office.ELSEWHERE));
        goOn(PAUSE);
        assertEquals(1, looked("malee", 12));
    }

    @Test
    public void aNameThatNobodyHasIsCountedLikeOneThatSomebodyHas() {
        assertEquals(3, looked("nobody", 12));
    }

    @Test
    public void whoIsFamiliarOnOneNodeIsNotHeldBackByStrangersOnTheOther() {
        one.signIn("malee");
        for (int i = 0; i < 60; i++) {
            guess(two, "malee", "198.51.100." + i);
        }
        assertThrows(TooMany.class, () -> two.signIns.signIn("malee", Office.PASSWORD, null, "192.0.2.1"));
        assertNotNull(two.signIn("malee"));
    }

    @Test
    public void aTryCountsAlsoWhereTheRequestIsRolledBack() {
        String token = one.signIn("malee");
        Actor malee = one.doorkeeper.identify(token);
        for (int i = 0; i < 3; i++) {
            assertThrows(
                    Unauthenticated.class,
                    () -> one.tx.write(work -> {
                        one.signIns.changeOwn(
                                malee, token, "not the right one", "five quiet elephants", Office.ELSEWHERE);
                        return work;
                    }));
        }
        assertEquals(0, looked("malee", 2));
    }

    @Test
    public void aRightPasswordForgivesOnBothNodes() {
        guess(one, "malee", Office.HOME);
        guess(one, "malee", Office.HOME);
        two.signIn("malee");
        guess(one, "malee", Office.HOME);
        guess(two, "malee", Office.HOME);
        assertNotNull(one.signIn("malee"));
    }

    @Test
    public void whatIsPaidForIsForgottenAndNoNameIsKept() throws Exception {
        for (int i = 0; i < 12; i++) {
            guess(one, "made-up-" + i, Office.ELSEWHERE);
        }
        assertEquals("a row for each name, each name from there, and the place", 25, rows());
        assertEquals(
                0,
                number(
                        "select count(*) from security_wrong_try where fingerprint like '%made%' or length(fingerprint) <> 64"));
        goOn(Duration.ofMinutes(10));
        guess(two, "malee", Office.ELSEWHERE);
        assertEquals(3, rows());
        one.signIn("malee");
        goOn(Duration.ofDays(89));
        guess(two, "nobody", Office.ELSEWHERE);
        assertEquals("who has signed in stays familiar", 4, rows());
        goOn(Duration.ofDays(2));
        guess(two, "nobody", Office.ELSEWHERE);
        assertEquals(3, rows());
    }

    @Test
    public void thereAreNeverMoreThanTheMostAndTheOldestGoFirst() throws Exception {
        for (int i = 0; i < 10; i++) {
            one.tries.charge(Map.of("key " + i, PAUSE.multipliedBy(1 + i)), now());
        }
        one.tries.settle("familiar", new Mark(Instant.EPOCH, now().plus(PAUSE)));
        one.tx.write(work -> {
            WrongTryRows.sweep(work, now(), 4);
            return work;
        });
        assertEquals(5, rows());
        Map<String, Mark> left = one.tries.look(List.of("key 5", "key 6", "familiar"));
        assertEquals(Set.of("key 6", "familiar"), left.keySet());
    }

    @Test
    public void triesThatEndTogetherOnBothNodesAllCount() throws Exception {
        Instant now = now();
        List<Callable<Boolean>> charges = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Office office = i % 2 == 0 ? one : two;
            charges.add(() -> {
                office.tries.charge(Map.of("a", PAUSE, "b", PAUSE, "c", Duration.ZERO), now);
                return true;
            });
        }
        ExecutorService clients = Executors.newFixedThreadPool(8);
        try {
            for (Future<Boolean> charged : clients.invokeAll(charges)) {
                assertTrue(charged.get());
            }
        } finally {
            clients.shutdownNow();
        }
        Map<String, Mark> marks = two.tries.look(List.of("a", "b", "c"));
        assertEquals(now.plus(PAUSE.multipliedBy(40)), marks.get("a").paidAt());
        assertEquals(now.plus(PAUSE.multipliedBy(40)), marks.get("b").paidAt());
        assertEquals(now, marks.get("c").paidAt());
    }

    /** Guesses in turn at both nodes. @return how many were looked at */
    private int looked(String name, int guesses) {
        int looked = 0;
        for (int i = 0; i < guesses; i++) {
            looked += guess(i % 2 == 0 ? one : two, name, Office.ELSEWHERE) ? 1 : 0;
        }
        return looked;
    }

    private static boolean guess(Office office, String name, String address) {
        try {
            office.signIns.signIn(name, "not the right one", null, address);
            throw new AssertionError("let in");
        } catch (TooMany wait) {
            return false;
        } catch (Unauthenticated refused) {
            return true;
        }
    }

    private void goOn(Duration by) {
        one.clock.goOn(by);
        two.clock.goOn(by);
    }

    private Instant now() {
        return one.clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private int rows() throws Exception {
        return number("select count(*) from security_wrong_try");
    }

    private int number(String query) throws Exception {
        try (Connection connection = database().connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }
}
