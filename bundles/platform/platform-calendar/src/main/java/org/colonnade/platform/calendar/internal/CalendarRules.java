package org.colonnade.platform.calendar.internal;

import java.sql.SQLException;
import java.util.List;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordDesk;
import org.colonnade.platform.api.record.RecordRules;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.calendar.internal.domain.BusinessHours;
import org.colonnade.platform.calendar.internal.domain.BusinessHoursDraft;
import org.colonnade.platform.calendar.internal.domain.CalendarRule;
import org.colonnade.platform.calendar.internal.store.CalendarTable;

/** What calendars need beyond their upkeep: a name of their own, and one standard calendar. */
final class CalendarRules implements RecordRules<BusinessHours, BusinessHoursDraft> {

    private final CalendarRule rule;
    private RecordDesk<BusinessHours, BusinessHoursDraft> desk;

    CalendarRules(CalendarRule rule) {
        this.rule = rule;
    }

    /** Told once, before the first use: the rules change other calendars too. */
    void keptBy(RecordDesk<BusinessHours, BusinessHoursDraft> own) {
        desk = own;
    }

    @Override
    public BusinessHoursDraft complete(BusinessHoursDraft draft) {
        return CalendarRule.complete(draft);
    }

    @Override
    public void check(Fields faults, BusinessHoursDraft draft, BusinessHours before) {
        rule.check(faults, draft, before);
    }

    /** The first calendar is the standard one. */
    @Override
    public BusinessHours decide(BusinessHours wanted, BusinessHours before, Work work) throws SQLException {
        boolean same = before != null && before.name().equals(wanted.name());
        if (same && before.standard().equals(wanted.standard())) {
            return wanted;
        }
        CalendarTable.door(work);
        if (!same && !CalendarTable.named(work, wanted.name()).isEmpty()) {
            throw taken();
        }
        boolean first = before == null && CalendarTable.standards(work).isEmpty();
        return wanted.asStandard(wanted.standard() || first);
    }

    @Override
    public void stored(Work work, Kept<BusinessHours> before, Kept<BusinessHours> after) throws SQLException {
        if (after.archived() && after.value().standard()) {
            throw new Conflict(
                    "calendar.business.standard",
                    "This is the standard calendar; make another the standard one first.");
        }
        if (before != null && before.archived() && !after.archived()) {
            CalendarTable.door(work);
            List<String> named = CalendarTable.named(work, after.value().name());
            if (named.stream().anyMatch(id -> !id.equals(after.id()))) {
                throw taken();
            }
        }
        if (after.value().standard() && (before == null || !before.value().standard())) {
            onlyOne(work, after.id());
        }
    }

    private static Conflict taken() {
        return new Conflict("calendar.business.taken", "There is a calendar of this name already.");
    }

    private void onlyOne(Work work, String standard) throws SQLException {
        for (String id : CalendarTable.standards(work)) {
            if (!id.equals(standard)) {
                Kept<BusinessHours> other = desk.locked(work, id);
                desk.put(work, other, other.value().asStandard(false), "changed");
            }
        }
    }
}
