package org.colonnade.crm.internal.sheet;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.colonnade.crm.internal.domain.Birthday;

/** Dates as tables write them; one that can be read in two ways is not read at all. */
final class SheetDate {

    /** What a table writes where there is no date. */
    static final String EMPTY = "";

    private static final Pattern NOTHING = Pattern.compile("0+[/.-]0+[/.-]0+");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern TIME = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[T ]\\d{2}:.*");
    private static final Pattern DOTTED = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");
    private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
    private static final Pattern NO_YEAR = Pattern.compile("--?(\\d{2})-?(\\d{2})");

    private SheetDate() {}

    /** The date as ISO writes it, {@link #EMPTY} for a date that says nothing, null if it is not understood. */
    static String read(String cell) {
        if (NOTHING.matcher(cell).matches()) {
            return EMPTY;
        }
        if (Birthday.valid(cell)) {
            return cell;
        }
        String iso = iso(cell);
        return iso != null && Birthday.valid(iso) ? iso : null;
    }

    private static String iso(String cell) {
        Matcher matcher = COMPACT.matcher(cell);
        if (matcher.matches()) {
            return matcher.group(1) + '-' + matcher.group(2) + '-' + matcher.group(3);
        }
        matcher = TIME.matcher(cell);
        if (matcher.matches()) {
            return matcher.group(1);
        }
        matcher = NO_YEAR.matcher(cell);
        if (matcher.matches()) {
            return "--" + matcher.group(1) + '-' + matcher.group(2);
        }
        matcher = DOTTED.matcher(cell);
        if (matcher.matches()) {
            return date(matcher.group(3), matcher.group(2), matcher.group(1));
        }
        matcher = SLASHED.matcher(cell);
        return matcher.matches() ? slashed(matcher) : null;
    }

    private static String slashed(Matcher matcher) {
        int first = Integer.parseInt(matcher.group(1));
        int second = Integer.parseInt(matcher.group(2));
        if (first > 12) {
            return date(matcher.group(3), matcher.group(2), matcher.group(1));
        }
        return second > 12 || first == second ? date(matcher.group(3), matcher.group(1), matcher.group(2)) : null;
    }

    private static String date(String year, String month, String day) {
        return year + '-' + (month.length() < 2 ? "0" : "") + month + '-' + (day.length() < 2 ? "0" : "") + day;
    }
}
