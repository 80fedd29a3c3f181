package org.colonnade.platform.schedules.internal.cron;

import java.text.ParseException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.quartz.CronExpression;

/**
 * A cron expression of five fields: minute, hour, day of the month, month, day of the week (0 and 7 are Sunday). Names of months and days
 * in English, lists, ranges and steps; {@code L}, {@code L-3}, {@code 15W} and {@code LW} of the days of the month, {@code FRIL} (the last
 * Friday) and {@code MON#2} (the second Monday) of the days of the week. Where both a day of the month and a day of the week are named,
 * either is enough.
 */
public final class CronText implements UnaryOperator<LocalDateTime> {

    private static final TimeZone WALL = TimeZone.getTimeZone("UTC");
    private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
    private static final Pattern PART = Pattern.compile("(\\*|[0-9]{1,2}(-[0-9]{1,2})?)(/[1-9][0-9]?)?");
    private static final Pattern MONTH =
            Pattern.compile("(\\*|([0-9]{1,2}|[A-Z]{3})(-([0-9]{1,2}|[A-Z]{3}))?)(/[1-9][0-9]?)?");
    private static final Pattern DAY = Pattern.compile("L(-[0-9]{1,2})?|LW|[0-9]{1,2}W");
    private static final Pattern WEEKDAY = Pattern.compile("(\\*|([0-7]|[A-Z]{3})(-([0-7]|[A-Z]{3}))?)(?:/([1-7]))?");
    private static final Pattern ONE_WEEKDAY = Pattern.compile("([0-7]|[A-Z]{3})(L|#[1-5])");

    private final List<CronExpression> either;

    private CronText(List<CronExpression> either) {
        this.either = List.copyOf(either);
    }

    /** @throws IllegalArgumentException that says what is wrong, as the end of a sentence that begins with the field's name */
    public static CronText parse(String text) {
        String[] fields = text.strip().toUpperCase(Locale.ROOT).split("\\s+");
        if (fields.length != 5) {
            throw new IllegalArgumentException(
                    "has five fields: minute, hour, day of the month, month, day of the week");
        }
        check("minute", fields[0], PART);
        check("hour", fields[1], PART);
        check("month", fields[3], MONTH);
        boolean anyDay = fields[2].equals("*") || fields[2].equals("?");
        boolean anyWeekday = fields[4].equals("*") || fields[4].equals("?");
        String time = "0 " + fields[0] + ' ' + fields[1] + ' ';
        List<CronExpression> either = new ArrayList<>();
        if (!anyDay || anyWeekday) {
            check("day of the month", anyDay ? "*" : fields[2], PART, DAY);
            for (String days : days(anyDay ? "*" : fields[2])) {
                either.add(expression(time + days + ' ' + fields[3] + " ?"));
            }
        }
        if (!anyWeekday) {
            for (String weekdays : weekdays(fields[4])) {
                either.add(expression(time + "? " + fields[3] + ' ' + weekdays));
            }
        }
        return new CronText(either);
    }

    /** The first time on the wall clock after the given one, which is no time of a zone yet; null if there is none. */
    @Override
    public LocalDateTime apply(LocalDateTime local) {
        Date from = Date.from(local.toInstant(ZoneOffset.UTC));
        LocalDateTime first = null;
        for (CronExpression one : either) {
            Date next = one.getTimeAfter(from);
            LocalDateTime found = next == null ? null : LocalDateTime.ofInstant(next.toInstant(), ZoneOffset.UTC);
            if (found != null && (first == null || found.isBefore(first))) {
                first = found;
            }
        }
        return first;
    }

    private static void check(String name, String field, Pattern... shapes) {
        for (String part : field.split(",", -1)) {
            boolean fits = false;
            for (Pattern shape : shapes) {
                fits |= shape.matcher(part).matches();
            }
            if (!fits) {
                throw new IllegalArgumentException("has a " + name + " that cannot be read: '" + part + '\'');
            }
        }
    }

    private static CronExpression expression(String text) {
        try {
            CronExpression expression = new CronExpression(text);
            expression.setTimeZone(WALL);
            return expression;
        } catch (ParseException | RuntimeException unreadable) {
            throw new IllegalArgumentException("cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /** Days of the month: plain ones in one list, each of the others for itself. */
    private static List<String> days(String field) {
        List<String> plain = new ArrayList<>();
        List<String> all = new ArrayList<>();
        for (String part : field.split(",")) {
            (DAY.matcher(part).matches() ? all : plain).add(part);
        }
        if (!plain.isEmpty()) {
            all.add(String.join(",", plain));
        }
        return all;
    }

    /** Days of the week in Quartz's numbers, where Sunday is 1: plain days in one list, each of the others for itself. */
    private static List<String> weekdays(String field) {
        TreeSet<Integer> plain = new TreeSet<>();
        List<String> all = new ArrayList<>();
        for (String part : field.split(",", -1)) {
            Matcher one = ONE_WEEKDAY.matcher(part);
            Matcher range = WEEKDAY.matcher(part);
            if (one.matches()) {
                all.add(number(one.group(1)) % 7 + 1 + one.group(2));
            } else if (range.matches()) {
                plain(range, plain);
            } else {
                throw new IllegalArgumentException("has a day of the week that cannot be read: '" + part + '\'');
            }
        }
        if (!plain.isEmpty()) {
            all.add(plain.stream().map(day -> Integer.toString(day + 1)).collect(Collectors.joining(",")));
        }
        return all;
    }

    /** A range that ends before it begins goes over the end of the week: {@code FRI-MON}. */
    private static void plain(Matcher range, TreeSet<Integer> days) {
        int step = range.group(5) == null ? 1 : Integer.parseInt(range.group(5));
        int first = range.group(1).equals("*") ? 0 : number(range.group(2));
        int last = first;
        if (range.group(1).equals("*") || range.group(4) == null && range.group(5) != null) {
            last = 6;
        } else if (range.group(4) != null) {
            last = number(range.group(4));
        }
        for (int day = first; day <= (last < first ? last + 7 : last); day += step) {
            days.add(day % 7);
        }
    }

    private static int number(String day) {
        int named = DAYS.indexOf(day);
        if (named < 0 && !Character.isDigit(day.charAt(0))) {
            throw new IllegalArgumentException("has a day of the week that cannot be read: '" + day + '\'');
        }
        return named < 0 ? Integer.parseInt(day) : named;
    }
}
