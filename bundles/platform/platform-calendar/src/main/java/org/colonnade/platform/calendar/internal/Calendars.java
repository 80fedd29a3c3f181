package org.colonnade.platform.calendar.internal;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.colonnade.platform.api.Permission;
import org.colonnade.platform.api.calendar.BusinessCalendar;
import org.colonnade.platform.api.calendar.BusinessCalendars;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordDesk;
import org.colonnade.platform.api.record.RecordKind;
import org.colonnade.platform.api.record.RecordKit;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.calendar.internal.domain.BusinessHours;
import org.colonnade.platform.calendar.internal.domain.BusinessHoursDraft;
import org.colonnade.platform.calendar.internal.domain.CalendarRule;
import org.colonnade.platform.calendar.internal.domain.HolidaySource;
import org.colonnade.platform.calendar.internal.store.CalendarTable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The upkeep of calendars, and the calendars as functions ask them. */
@Component(service = {Calendars.class, BusinessCalendars.class})
public final class Calendars implements BusinessCalendars {

    /** The permission to see calendars and to ask them. */
    public static final String READ = "calendar.business.read";
    /** The permission to add, change and archive them, and to take feeds in. */
    public static final String CHANGE = "calendar.business.change";

    private static final RecordKind<BusinessHours, BusinessHoursDraft> KIND =
            RecordKind.of(BusinessHours.class, BusinessHoursDraft.class);

    private final Tx tx;
    private final HolidaySource holidays;
    private final RecordDesk<BusinessHours, BusinessHoursDraft> desk;

    @Activate
    public Calendars(
            @Reference RecordKit kit,
            @Reference(target = "(module=calendar)") Tx tx,
            @Reference HolidaySource holidays) {
        this.tx = tx;
        this.holidays = holidays;
        CalendarRules rules = new CalendarRules(new CalendarRule(holidays));
        desk = kit.desk(KIND.with(rules), tx);
        rules.keptBy(desk);
    }

    /** What people may be allowed here. */
    static List<Permission> permissions() {
        return KIND.permissions();
    }

    /** The upkeep. */
    public RecordDesk<BusinessHours, BusinessHoursDraft> desk() {
        return desk;
    }

    /** A record as a calendar that can be asked. */
    public BusinessCalendar view(Kept<BusinessHours> kept) {
        return new CalendarView(KIND.ref(kept.id()), kept.value(), holidays);
    }

    @Override
    public BusinessCalendar get(String id) {
        return tx.read(work -> find(work, id)).orElseThrow(() -> NotFound.of("calendar", "business", id));
    }

    @Override
    public Optional<BusinessCalendar> named(String name) {
        return tx.read(work -> {
            List<String> ids = CalendarTable.named(work, name);
            return ids.isEmpty() ? Optional.empty() : find(work, ids.get(0));
        });
    }

    @Override
    public BusinessCalendar standard() {
        return tx.read(work -> {
                    List<String> ids = CalendarTable.standards(work);
                    return ids.isEmpty() ? Optional.<BusinessCalendar>empty() : find(work, ids.get(0));
                })
                .orElseThrow(() -> new NotFound("calendar.business.no-standard", "There is no calendar yet."));
    }

    private Optional<BusinessCalendar> find(Work work, String id) throws SQLException {
        return desk.find(work, List.of(id)).stream().findFirst().map(this::view);
    }
}
