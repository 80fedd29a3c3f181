package org.colonnade.platform.calendar.internal.domain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.colonnade.platform.api.Fields;

/** What a business calendar must look like. */
public final class CalendarRule {

    /** How many closures a calendar has at most. */
    public static final int MOST_CLOSURES = 5_000;

    private static final int MOST_WINDOWS = 100;
    private static final int MOST_SETS = 10;
    private static final int MOST_OPENINGS = 1_000;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_UID = 1_000;

    private final HolidaySource holidays;

    public CalendarRule(HolidaySource holidays) {
        this.holidays = holidays;
    }

    /** The input as it is kept. */
    public static BusinessHoursDraft complete(BusinessHoursDraft draft) {
        return new BusinessHoursDraft(
                draft.name() == null ? null : draft.name().strip(),
                draft.zone() == null ? null : draft.zone().strip(),
                draft.standard(),
                orNone(draft.week()),
                orNone(draft.holidays()).stream()
                        .map(set -> set == null ? "" : set.strip().toUpperCase(Locale.ROOT))
                        .toList(),
                orNone(draft.closures()).stream()
                        .map(closure -> closure == null ? new Closure(null, null, null, null) : closure.whole())
                        .toList(),
                orNone(draft.openings()));
    }

    private static <T> List<T> orNone(List<T> list) {
        return list == null ? List.of() : list;
    }

    /** Notes what is wrong. @param before null for a new one */
    public void check(Fields faults, BusinessHoursDraft draft, BusinessHours before) {
        if (draft.zone() != null && !draft.zone().isEmpty() && !zone(draft.zone())) {
            faults.wrong("zone", "is no time zone");
        }
        if (before != null && before.standard() && !draft.standard()) {
            faults.wrong("standard", "is given up by making another calendar the standard one");
        }
        week(faults, draft.week());
        sets(faults, draft.holidays());
        closures(faults, draft.closures());
        openings(faults, draft.openings());
    }

    private static boolean zone(String text) {
        try {
            ZoneId.of(text);
            return true;
        } catch (DateTimeException unknown) {
            return false;
        }
    }

    private static void week(Fields faults, List<WeekWindow> week) {
        most(faults, "week", week, MOST_WINDOWS);
        Map<Object, List<Hours>> seen = new HashMap<>();
        for (int i = 0; i < week.size(); i++) {
            WeekWindow window = week.get(i);
            String place = "week[" + i + ']';
            if (window == null || window.day() == null) {
                faults.wrong(place, "has a day, and from and to as HH:mm");
            } else {
                window(
                        faults,
                        place,
                        window.from(),
                        window.to(),
                        seen.computeIfAbsent(window.day(), any -> new ArrayList<>()));
            }
        }
    }

    private static void window(Fields faults, String place, String from, String to, List<Hours> sameDay) {
        if (!Hours.time(from) || !Hours.time(to)) {
            faults.wrong(place, "has from and to as HH:mm, 00:00 to 24:00");
            return;
        }
        Hours hours = Hours.of(from, to);
        if (hours.from() >= hours.to()) {
            faults.wrong(place, "ends after it begins; a night is two windows");
        } else if (sameDay.stream().anyMatch(hours::meets)) {
            faults.wrong(place, "meets another window of its day");
        } else {
            sameDay.add(hours);
        }
    }

    private void sets(Fields faults, List<String> sets) {
        most(faults, "holidays", sets, MOST_SETS);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < sets.size(); i++) {
            String place = "holidays[" + i + ']';
            if (!seen.add(sets.get(i))) {
                faults.wrong(place, "is there already");
            } else if (!holidays.knows(sets.get(i))) {
                faults.wrong(place, "is no set of holidays that is known here: a code of ISO 3166, such as DE-BY");
            }
        }
    }

    private static void closures(Fields faults, List<Closure> closures) {
        most(faults, "closures", closures, MOST_CLOSURES);
        Set<String> uids = new HashSet<>();
        for (int i = 0; i < closures.size(); i++) {
            Closure closure = closures.get(i);
            String place = "closures[" + i + ']';
            faults.optional(place + ".name", closure.name(), LONGEST_NAME);
            faults.optional(place + ".uid", closure.uid(), LONGEST_UID);
            if (closure.uid() != null && !uids.add(closure.uid())) {
                faults.wrong(place + ".uid", "is another closure's already");
            }
            if (closure.from() == null) {
                faults.wrong(place + ".from", "is required");
            } else if (closure.until().isBefore(closure.from())) {
                faults.wrong(place + ".until", "is not before from");
            } else if (!WorkTime.knows(closure.from()) || !WorkTime.knows(closure.until())) {
                faults.wrong(place, "lies between 1900 and 2149");
            }
        }
    }

    private static void openings(Fields faults, List<Opening> openings) {
        most(faults, "openings", openings, MOST_OPENINGS);
        Map<LocalDate, List<Hours>> seen = new HashMap<>();
        for (int i = 0; i < openings.size(); i++) {
            Opening opening = openings.get(i);
            String place = "openings[" + i + ']';
            if (opening == null || opening.day() == null || !WorkTime.knows(opening.day())) {
                faults.wrong(place, "has a day between 1900 and 2149, and from and to as HH:mm");
                continue;
            }
            faults.optional(place + ".name", opening.name(), LONGEST_NAME);
            window(
                    faults,
                    place,
                    opening.from(),
                    opening.to(),
                    seen.computeIfAbsent(opening.day(), any -> new ArrayList<>()));
        }
    }

    private static void most(Fields faults, String field, List<?> list, int most) {
        if (list.size() > most) {
            faults.wrong(field, "has at most " + most);
        }
    }
}
