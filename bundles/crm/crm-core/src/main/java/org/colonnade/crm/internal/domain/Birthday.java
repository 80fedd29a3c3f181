package org.colonnade.crm.internal.domain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A date of birth of which a part may not be known, as vCard 4 writes it (RFC 6350, section 4.3.1), with dashes. */
public final class Birthday {

    private static final Pattern FULL = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern YEAR_MONTH = Pattern.compile("(\\d{4})-(\\d{2})");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern MONTH_DAY = Pattern.compile("--(\\d{2})-(\\d{2})");
    private static final Pattern MONTH = Pattern.compile("--(0[1-9]|1[0-2])");
    private static final Pattern DAY = Pattern.compile("---(0[1-9]|[12]\\d|3[01])");

    private Birthday() {}

    /** Whether the text is a date, or a part of one, that exists. */
    public static boolean valid(String text) {
        try {
            return full(text) != null
                    || exists(YEAR_MONTH.matcher(text), m -> YearMonth.of(number(m, 1), number(m, 2)))
                    || exists(MONTH_DAY.matcher(text), m -> MonthDay.of(number(m, 1), number(m, 2)))
                    || YEAR.matcher(text).matches()
                    || MONTH.matcher(text).matches()
                    || DAY.matcher(text).matches();
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    /** The date if it is fully known, else null. */
    public static LocalDate full(String text) {
        Matcher matcher = FULL.matcher(text);
        return matcher.matches() ? LocalDate.of(number(matcher, 1), number(matcher, 2), number(matcher, 3)) : null;
    }

    private static boolean exists(Matcher matcher, java.util.function.Function<Matcher, Object> date) {
        return matcher.matches() && date.apply(matcher) != null;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
