package org.colonnade.platform.security.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.colonnade.platform.api.problem.Unavailable;
import org.junit.Test;

public class SignInBrakeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String HOME = "203.0.113.7";
    private static final String ATTACKER = "198.51.100.1";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T09:00:00Z"));
    private final SignInBrake brake =
            new SignInBrake(clock, () -> new SignInBrake.Limits(3, 10, 6, Duration.ofSeconds(30)), new TestTries());

    @Test
    public void afterThreeWrongTriesTheNextOneWaits() {
        IntStream.range(0, 3).forEach(i -> assertTrue(wrong("malee", ATTACKER)));
        assertEquals(Duration.ofSeconds(30), due("malee", ATTACKER));
    }

    @Test
    public void eachPauseGivesOneMoreTry() {
        IntStream.range(0, 3).forEach(i -> wrong("malee", ATTACKER));
        clock.goOn(Duration.ofSeconds(30));
        assertTrue(wrong("malee", ATTACKER));
        assertFalse(wrong("malee", ATTACKER));
        clock.goOn(Duration.ofHours(1));
        assertEquals(
                3, IntStream.range(0, 10).filter(i -> wrong("malee", ATTACKER)).count());
    }

    @Test
    public void askingWhileOneMustWaitDoesNotMakeItLonger() {
        IntStream.range(0, 3).forEach(i -> wrong("malee", ATTACKER));
        IntStream.range(0, 100).forEach(i -> wrong("malee", ATTACKER));
        clock.goOn(Duration.ofSeconds(30));
        assertTrue(wrong("malee", ATTACKER));
    }

    @Test
    public void anAttackFromElsewhereDoesNotHoldBackTheRightPerson() {
        right("malee", HOME);
        for (int i = 0; i < 100; i++) {
            wrong("malee", "198.51.100." + i);
        }
        assertEquals(Duration.ZERO, due("malee", HOME));
    }

    @Test
    public void manyStrangersTogetherAreHeldBack() {
        long free = IntStream.range(0, 100)
                .filter(i -> wrong("malee", "198.51.100." + i))
                .count();
        assertEquals(6, free);
    }

    @Test
    public void onePasswordTriedWithManyNamesIsHeldBack() {
        long free =
                IntStream.range(0, 100).filter(i -> wrong("user" + i, ATTACKER)).count();
        assertEquals(10, free);
        assertEquals(Duration.ZERO, due("malee", HOME));
    }

    @Test
    public void whoSignsInAllDayIsNeverHeldBack() {
        for (int i = 0; i < 1_000; i++) {
            assertTrue(right("malee", HOME));
        }
    }

    @Test
    public void aRightPasswordForgetsEarlierSlips() {
        wrong("malee", HOME);
        wrong("malee", HOME);
        right("malee", HOME);
        assertEquals(3, IntStream.range(0, 10).filter(i -> wrong("malee", HOME)).count());
    }

    @Test
    public void aTryThatWasNeverJudgedCostsNothing() {
        for (int i = 0; i < 100; i++) {
            assertEquals(Duration.ZERO, due("malee", HOME));
        }
    }

    @Test
    public void aClockThatIsSetBackGivesNothingAway() {
        IntStream.range(0, 3).forEach(i -> wrong("malee", ATTACKER));
        clock.goOn(Duration.ofHours(-2));
        assertFalse(wrong("malee", ATTACKER));
        clock.goOn(Duration.ofSeconds(30));
        assertTrue(wrong("malee", ATTACKER));
    }

    @Test
    public void aHouseholdOfIpv6IsOneAddress() {
        assertEquals(ClientAddress.of("2001:db8:1:2::1"), ClientAddress.of("2001:db8:1:2:ffff::9%eth0"));
        assertEquals("203.0.113.7", ClientAddress.of("203.0.113.7"));
        assertEquals("null", ClientAddress.of(null));
    }

    @Test
    public void manyRightPasswordsAtOnceWaitForEachOtherAndAllGoOn() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(12);
        try {
            List<Callable<Boolean>> all = Collections.nCopies(40, () -> right("malee", HOME));
            for (Future<Boolean> one : clients.invokeAll(all)) {
                assertTrue("a right password is not taken for a guess", one.get());
            }
        } finally {
            clients.shutdownNow();
        }
    }

    @Test
    public void manyGuessesAtOnceDoNotSlipThroughTogether() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(12);
        try {
            int free = 0;
            for (Future<Boolean> one :
                    clients.invokeAll(Collections.<Callable<Boolean>>nCopies(40, () -> wrong("malee", ATTACKER)))) {
                free += one.get() ? 1 : 0;
            }
            assertEquals(3, free);
        } finally {
            clients.shutdownNow();
        }
    }

    @Test
    public void whoWaitsTooLongForAVerdictIsToldToComeAgain() {
        try (SignInBrake.Try one = brake.begin("malee", HOME, PATIENCE);
                SignInBrake.Try two = brake.begin("malee", HOME, PATIENCE);
                SignInBrake.Try three = brake.begin("malee", HOME, PATIENCE)) {
            assertEquals(
                    List.of(Duration.ZERO, Duration.ZERO, Duration.ZERO), List.of(one.due(), two.due(), three.due()));
            assertThrows(Unavailable.class, () -> brake.begin("malee", HOME, Duration.ZERO));
        }
        assertTrue(right("malee", HOME));
    }

    private Duration due(String account, String address) {
        try (SignInBrake.Try one = brake.begin(account, address, PATIENCE)) {
            return one.due();
        }
    }

    private boolean wrong(String account, String address) {
        try (SignInBrake.Try one = brake.begin(account, address, PATIENCE)) {
            one.wrong();
            return one.due().isZero();
        }
    }

    private boolean right(String account, String address) {
        try (SignInBrake.Try one = brake.begin(account, address, PATIENCE)) {
            if (one.due().isZero()) {
                one.right();
            }
            return one.due().isZero();
        }
    }
}
