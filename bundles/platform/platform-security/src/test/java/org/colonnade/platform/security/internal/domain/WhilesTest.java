package org.colonnade.platform.security.internal.domain;

import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.util.List;
import org.colonnade.platform.api.Fields;
import org.junit.Test;

public class WhilesTest {

    private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");

    @Test
    public void daysAreWholeInTheirZone() {
        Whiles days = read("2026-12-24", "2026-12-31", "Asia/Bangkok");
        assertEquals(Instant.parse("2026-12-23T17:00:00Z"), days.from());
        assertEquals(Instant.parse("2026-12-31T17:00:00Z"), days.until());
        Whiles shortDay = read("2027-03-28", "2027-03-28", "Europe/Berlin");
        assertEquals(Instant.parse("2027-03-27T23:00:00Z"), shortDay.from());
        assertEquals(Instant.parse("2027-03-28T22:00:00Z"), shortDay.until());
    }

    @Test
    public void instantsAreAsTheyAreAndNowIsTheBeginningOfNothingElse() {
        Whiles whiles = read(null, "2026-12-02T00:00:00Z", null);
        assertEquals(NOW, whiles.from());
        assertEquals(Instant.parse("2026-12-02T00:00:00Z"), whiles.until());
    }

    /** What was done yesterday was not done by a substitute named today. */
    @Test
    public void nothingBeginsInThePast() {
        assertEquals(NOW, read("2026-11-30", "2026-12-24", "UTC").from());
    }

    @Test
    public void whatMakesNoSenseIsNamed() {
        assertEquals(List.of("until"), faults(null, null, null));
        assertEquals(List.of("until"), faults("2026-12-24T00:00:00Z", "2026-12-24T00:00:00Z", null));
        assertEquals(List.of("until"), faults("2026-11-01T00:00:00Z", "2026-11-30T00:00:00Z", null));
        assertEquals(List.of("until"), faults(null, "2029-01-01T00:00:00Z", null));
        assertEquals(List.of("zone"), faults("2026-12-24", "2026-12-25", null));
        assertEquals(List.of("zone"), faults(null, "2026-12-24T00:00:00Z", "Mars/Olympus"));
        assertEquals(List.of("from"), faults("tomorrow at noon", "2026-12-24T00:00:00Z", null));
        assertEquals(List.of("until"), faults(null, "2026-13-24", "UTC"));
    }

    private static Whiles read(String from, String until, String zone) {
        Fields fields = new Fields();
        Whiles whiles = Whiles.read(from, until, zone, NOW, fields);
        assertEquals(List.of(), fields.faults());
        return whiles;
    }

    private static List<String> faults(String from, String until, String zone) {
        Fields fields = new Fields();
        Whiles.read(from, until, zone, NOW, fields);
        return fields.faults().stream().map(fault -> fault.field()).toList();
    }
}
