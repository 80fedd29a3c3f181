package org.colonnade.platform.schedules.internal.cron;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** A random cron expression, and what it means as plain sets of numbers: made together, so the meaning does not come from any parser. */
public final class CronModel {

    private static final String[] DAYS = {"SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"};
    private static final String[] MONTHS = {
        "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"
    };

    private final Random random;
    private final Set<Integer> minutes;
    private final Set<Integer> hours;
    private final Set<Integer> months;
    private final Set<Integer> days = new TreeSet<>();
    private final Set<Integer> weekdays = new TreeSet<>();
    private boolean lastDay;
    private int nth;
    private int nthDay;
    private boolean anyDay;
    private boolean anyWeekday;
    private final String text;

    public CronModel(Random random, boolean dense) {
        this.random = random;
        minutes = new TreeSet<>();
        hours = new TreeSet<>();
        months = new TreeSet<>();
        String minute = dense ? "*/" + step(minutes, 0, 59, 1 + random.nextInt(20)) : field(minutes, 0, 59);
        String hour = field(hours, 0, 23);
        String month = month();
        String day = day();
        String weekday = weekday();
        text = String.join(" ", minute, hour, day, month, weekday);
    }

    @Override
    public String toString() {
        return text;
    }

    /** Whether it comes at this time on the wall clock. */
    public boolean holds(LocalDateTime at) {
        return minutes.contains(at.getMinute()) && hours.contains(at.getHour()) && holds(at.toLocalDate());
    }

    /** Whether it comes on this day. */
    public boolean holds(LocalDate date) {
        if (!months.contains(date.getMonthValue())) {
            return false;
        }
        boolean byDay = days.contains(date.getDayOfMonth())
                || lastDay && date.getDayOfMonth() == YearMonth.from(date).lengthOfMonth();
        int weekday = date.getDayOfWeek().getValue() % 7;
        boolean byWeekday = weekdays.contains(weekday)
                || nth > 0 && weekday == nthDay && (date.getDayOfMonth() - 1) / 7 + 1 == nth
                || nth < 0 && weekday == nthDay && date.plusWeeks(1).getMonthValue() != date.getMonthValue();
        return anyDay && anyWeekday || !anyDay && byDay || !anyWeekday && byWeekday;
    }

    private String field(Set<Integer> into, int least, int most) {
        return switch (random.nextInt(5)) {
            case 0 -> "*/" + step(into, least, most, 1 + random.nextInt(7));
            case 1 -> {
                int from = least + random.nextInt(most - least + 1);
                int to = from + random.nextInt(most - from + 1);
                int by = 1 + random.nextInt(4);
                for (int i = from; i <= to; i += by) {
                    into.add(i);
                }
                yield by == 1 ? from + "-" + to : from + "-" + to + "/" + by;
            }
            default -> list(into, least, most);
        };
    }

    private static int step(Set<Integer> into, int least, int most, int by) {
        for (int i = least; i <= most; i += by) {
            into.add(i);
        }
        return by;
    }

    private String list(Set<Integer> into, int least, int most) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            int one = least + random.nextInt(most - least + 1);
            into.add(one);
            parts.add(Integer.toString(one));
        }
        return String.join(",", parts);
    }

    private String month() {
        if (random.nextInt(3) > 0) {
            step(months, 1, 12, 1);
            return "*";
        }
        int from = random.nextInt(12);
        int length = random.nextInt(6);
        for (int i = 0; i <= length; i++) {
            months.add((from + i) % 12 + 1);
        }
        return length == 0 ? MONTHS[from] : MONTHS[from] + "-" + MONTHS[(from + length) % 12];
    }

    private String day() {
        switch (random.nextInt(4)) {
            case 0:
                return list(days, 1, 31);
            case 1:
                lastDay = true;
                int also = 1 + random.nextInt(28);
                days.add(also);
                return "L," + also;
            default:
                anyDay = true;
                return random.nextBoolean() ? "*" : "?";
        }
    }

    private String weekday() {
        switch (random.nextInt(6)) {
            case 0:
                int from = random.nextInt(7);
                int length = 1 + random.nextInt(5);
                for (int i = 0; i <= length; i++) {
                    weekdays.add((from + i) % 7);
                }
                return DAYS[from] + "-" + DAYS[(from + length) % 7];
            case 1:
                nthDay = random.nextInt(7);
                nth = 1 + random.nextInt(5);
                return (random.nextBoolean() ? DAYS[nthDay] : Integer.toString(nthDay)) + "#" + nth;
            case 2:
                nthDay = random.nextInt(7);
                nth = -1;
                weekdays.add(0);
                return nthDay + "L,7";
            default:
                anyWeekday = true;
                return "*";
        }
    }
}
