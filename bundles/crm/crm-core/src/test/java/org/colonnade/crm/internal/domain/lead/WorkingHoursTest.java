package org.colonnade.crm.internal.domain.lead;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import org.colonnade.crm.api.lead.Capacity;
import org.colonnade.crm.api.lead.CapacityDraft;
import org.colonnade.crm.api.lead.WorkingWindow;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.problem.Rejected;
import org.junit.Test;

public class WorkingHoursTest {

    @Test
    public void hoursCountInTheirOwnZone() {
        Capacity bangkok = capacity("Asia/Bangkok", new WorkingWindow(DayOfWeek.MONDAY, "09:00", "17:30"));
        assertTrue("09:00 in Bangkok", WorkingHours.at(bangkok, Instant.parse("2026-11-23T02:00:00Z")));
        assertFalse("a minute before", WorkingHours.at(bangkok, Instant.parse("2026-11-23T01:59:59Z")));
        assertFalse("17:30 is over", WorkingHours.at(bangkok, Instant.parse("2026-11-23T10:30:00Z")));
        assertFalse("Tuesday", WorkingHours.at(bangkok, Instant.parse("2026-11-24T02:00:00Z")));
    }

    @Test
    public void aNightIsTwoWindows() {
        Capacity night = capacity(
                null,
                new WorkingWindow(DayOfWeek.MONDAY, "22:00", "24:00"),
                new WorkingWindow(DayOfWeek.TUESDAY, "00:00", "06:00"));
        assertTrue(WorkingHours.at(night, Instant.parse("2026-11-23T23:59:59Z")));
        assertTrue(WorkingHours.at(night, Instant.parse("2026-11-24T00:00:00Z")));
        assertFalse(WorkingHours.at(night, Instant.parse("2026-11-24T06:00:00Z")));
    }

    @Test
    public void summerTimeIsTheZonesOwn() {
        Capacity berlin = capacity("Europe/Berlin", new WorkingWindow(DayOfWeek.SUNDAY, "02:00", "03:00"));
        assertFalse("the hour that does not exist", WorkingHours.at(berlin, Instant.parse("2026-03-29T01:30:00Z")));
        assertTrue("the hour that is there twice", WorkingHours.at(berlin, Instant.parse("2026-10-25T00:30:00Z")));
        assertTrue("the hour that is there twice", WorkingHours.at(berlin, Instant.parse("2026-10-25T01:30:00Z")));
    }

    @Test
    public void whatMakesNoSenseIsNamed() {
        Fields faults = new Fields();
        WorkingHours.look(
                faults,
                new CapacityDraft(
                        "ann",
                        null,
                        1,
                        null,
                        "Moon/Crater",
                        List.of(
                                new WorkingWindow(DayOfWeek.MONDAY, "9:00", "17:00"),
                                new WorkingWindow(DayOfWeek.MONDAY, "17:00", "09:00"),
                                new WorkingWindow(null, "09:00", "17:00")),
                        null,
                        Instant.EPOCH));
        assertEquals(
                List.of("zone", "hours[0]", "hours[1]", "hours[2]", "absentUntil"),
                faults.faults().stream().map(Rejected.Field::field).toList());
    }

    private static Capacity capacity(String zone, WorkingWindow... hours) {
        return new Capacity("ann", null, 1, null, zone, List.of(hours), null, null);
    }
}
