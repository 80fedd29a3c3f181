package org.colonnade.crm.internal.domain.lead;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.colonnade.crm.api.lead.Capacity;
import org.colonnade.crm.api.lead.CapacityDraft;
import org.colonnade.crm.api.lead.WorkingWindow;
import org.colonnade.platform.api.Fields;

/** When somebody works. */
public final class WorkingHours {

    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d|24:00");
    private static final int DAY = 24 * 60;
    private static final int MOST = 50;

    private WorkingHours() {}

    /** Whether somebody is at work at the moment, absences aside. */
    public static boolean at(Capacity capacity, Instant moment) {
        if (capacity.hours().isEmpty()) {
            return true;
        }
        ZoneId zone = capacity.zone() == null ? ZoneId.of("UTC") : ZoneId.of(capacity.zone());
        ZonedDateTime local = moment.atZone(zone);
        int minute = local.getHour() * 60 + local.getMinute();
        return capacity.hours().stream()
                .anyMatch(window -> window.day() == local.getDayOfWeek()
                        && minutes(window.from()) <= minute
                        && minute < minutes(window.to()));
    }

    /** Whether somebody is away at the moment. */
    public static boolean absent(Capacity capacity, Instant moment) {
        return capacity.absentFrom() != null
                && !moment.isBefore(capacity.absentFrom())
                && (capacity.absentUntil() == null || moment.isBefore(capacity.absentUntil()));
    }

    private static int minutes(String time) {
        return time.equals("24:00") ? DAY : LocalTime.parse(time).toSecondOfDay() / 60;
    }

    /** Notes what is wrong with the times of a capacity. */
    public static void look(Fields faults, CapacityDraft draft) {
        if (draft.zone() != null && !zone(draft.zone())) {
            faults.wrong("zone", "is no zone such as Asia/Bangkok");
        }
        List<WorkingWindow> hours = draft.hours() == null ? List.of() : draft.hours();
        if (hours.size() > MOST) {
            faults.wrong("hours", "has at most " + MOST + " windows");
        }
        for (int i = 0; i < hours.size(); i++) {
            look(faults, "hours[" + i + ']', hours.get(i));
        }
        if (draft.absentUntil() != null
                && (draft.absentFrom() == null || !draft.absentFrom().isBefore(draft.absentUntil()))) {
            faults.wrong("absentUntil", "is after absentFrom");
        }
    }

    private static void look(Fields faults, String field, WorkingWindow window) {
        if (window == null || window.day() == null || !time(window.from()) || !time(window.to())) {
            faults.wrong(field, "has a day, and from and to as HH:mm");
        } else if (minutes(window.from()) >= minutes(window.to())) {
            faults.wrong(field, "ends after it begins; a night is two windows");
        }
    }

    private static boolean time(String text) {
        return text != null && TIME.matcher(text).matches();
    }

    private static boolean zone(String text) {
        try {
            ZoneId.of(text);
            return true;
        } catch (DateTimeException unknown) {
            return false;
        }
    }
}
