package org.colonnade.platform.api.web;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import org.colonnade.platform.api.problem.Malformed;
import org.colonnade.platform.api.problem.PreconditionMissing;
import org.colonnade.platform.api.problem.Stale;
import org.junit.Test;

public class VersionsTest {

    @Test
    public void theVersionThatWasReadMayBeChanged() {
        Versions.match("\"7\"", 7);
        Versions.match("\"3\", \"7\"", 7);
        Versions.match("*", 7);
    }

    @Test
    public void allElseIsRefused() {
        assertEquals(
                412, assertThrows(Stale.class, () -> Versions.match("\"6\"", 7)).status());
        assertEquals(
                412,
                assertThrows(Stale.class, () -> Versions.match("W/\"7\"", 7)).status());
        assertEquals(
                428,
                assertThrows(PreconditionMissing.class, () -> Versions.match(null, 7))
                        .status());
        assertEquals(
                428,
                assertThrows(PreconditionMissing.class, () -> Versions.match(" ", 7))
                        .status());
        assertEquals(
                400, assertThrows(Malformed.class, () -> Versions.match("7", 7)).status());
    }
}
