package org.colonnade.platform.calendar.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.calendar.internal.domain.BusinessHoursDraft;
import org.colonnade.platform.calendar.internal.domain.Closure;
import org.colonnade.platform.calendar.internal.domain.WeekWindow;
import org.colonnade.platform.calendar.internal.holiday.PublicHolidays;
import org.colonnade.platform.dossier.internal.WholeDays;
import org.colonnade.platform.records.internal.Companions;
import org.colonnade.platform.records.internal.KeptRecords;
import org.colonnade.platform.records.internal.rights.FieldRights;
import org.colonnade.testkit.TestDatabase;

/** Calendars on one database. */
final class Front {

    static final Actor PLANNER =
            new Actor(Ref.of("platform", "user", 7), "planner", Set.of(Calendars.READ, Calendars.CHANGE), false);
    static final Actor READER = new Actor(Ref.of("platform", "user", 8), "reader", Set.of(Calendars.READ), false);

    final Calendars calendars;
    final CalendarFeeds feeds;

    Front(TestDatabase database) {
        Tx tx = database.tx("calendar");
        calendars = new Calendars(
                new KeptRecords(new FieldRights(database.tx("records")), new Companions()), tx, new PublicHolidays());
        feeds = new CalendarFeeds(
                calendars, new WholeDays(), tx, Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC));
    }

    String create(BusinessHoursDraft draft) {
        return calendars.desk().create(PLANNER, draft).id();
    }

    static BusinessHoursDraft draft(String name, String zone, List<WeekWindow> week, List<String> sets) {
        return new BusinessHoursDraft(name, zone, false, week, sets, List.of(), List.of());
    }

    static BusinessHoursDraft office(String name, Closure... closures) {
        List<WeekWindow> week = List.of(
                new WeekWindow(java.time.DayOfWeek.MONDAY, "08:30", "12:00"),
                new WeekWindow(java.time.DayOfWeek.MONDAY, "13:00", "17:00"),
                new WeekWindow(java.time.DayOfWeek.FRIDAY, "08:30", "12:00"));
        return new BusinessHoursDraft(name, "Europe/Berlin", false, week, List.of("DE-BY"), List.of(closures), null);
    }
}
