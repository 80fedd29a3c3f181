package org.colonnade.platform.security.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;

public class SignInBrakeTest {

    private static final String HOME = "203.0.113.7";
    private static final String ATTACKER = "198.51.100.1";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T09:00:00Z"));
    private final SignInBrake brake = new SignInBrake(clock, () -> new SignInBrake.Limits(3, 10, 6, Duration.ofSeconds(30)));

    @Test
    public void afterThreeWrongTriesTheNextOneWaits() {
        IntStream.range(0, 3).forEach(i -> assertTrue(wrong("malee", ATTACKER)));
        assertEquals(Duration.ofSeconds(30), brake.charge("malee", ATTACKER));
    }

    @Test
    public void eachPauseGivesOneMoreTry() {
        IntStream.range(0, 3).forEach(i -> wrong("malee", ATTACKER));
        clock.goOn(Duration.ofSeconds(30));
        assertTrue(wrong("malee", ATTACKER));
        assertFalse(wrong("malee", ATTACKER));
        clock.goOn(Duration.ofHours(1));
        assertEquals(3, IntStream.range(0, 10).filter(i -> wrong("malee", ATTACKER)).count());
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
        brake.charge("malee", HOME);
        brake.right("malee", HOME);
        for (int i = 0; i < 100; i++) {
            wrong("malee", "198.51.100." + i);
        }
        assertEquals(Duration.ZERO, brake.charge("malee", HOME));
    }

    @Test
    public void manyStrangersTogetherAreHeldBack() {
        long free = IntStream.range(0, 100).filter(i -> wrong("malee", "198.51.100." + i)).count();
        assertEquals(6, free);
    }

    @Test
    public void onePasswordTriedWithManyNamesIsHeldBack() {
        long free = IntStream.range(0, 100).filter(i -> wrong("user" + i, ATTACKER)).count();
        assertEquals(10, free);
        assertEquals(Duration.ZERO, brake.charge("malee", HOME));
    }

    @Test
    public void whoSignsInAllDayIsNeverHeldBack() {
        for (int i = 0; i < 1_000; i++) {
            assertEquals(Duration.ZERO, brake.charge("malee", HOME));
            brake.right("malee", HOME);
        }
    }

    @Test
    public void aRightPasswordForgetsEarlierSlips() {
        wrong("malee", HOME);
        wrong("malee", HOME);
        brake.charge("malee", HOME);
        brake.right("malee", HOME);
        assertEquals(3, IntStream.range(0, 10).filter(i -> wrong("malee", HOME)).count());
    }

    @Test
    public void aTryThatWasNeverJudgedCostsNothing() {
        for (int i = 0; i < 100; i++) {
            assertEquals(Duration.ZERO, brake.charge("malee", HOME));
            brake.unjudged("malee", HOME);
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

    private boolean wrong(String account, String address) {
        return brake.charge(account, address).isZero();
    }
}
