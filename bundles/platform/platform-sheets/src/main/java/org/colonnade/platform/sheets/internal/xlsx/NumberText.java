package org.colonnade.platform.sheets.internal.xlsx;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/** A number of a cell as text: as many digits as a spreadsheet keeps, and moments in ISO 8601. */
final class NumberText {

    private static final MathContext KEPT = new MathContext(15, RoundingMode.HALF_UP);
    private static final int LONGEST = 64;
    private static final int EXPONENT = 400;
    private static final BigDecimal LAST = BigDecimal.valueOf(2_958_466);
    private static final BigDecimal MILLIS = BigDecimal.valueOf(86_400_000);
    private static final LocalDate FROM_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate FROM_1904 = LocalDate.of(1904, 1, 1);
    private static final int NO_SUCH_DAY = 60;

    private final boolean from1904;

    /** @param from1904 whether days are counted from 1904-01-01 */
    NumberText(boolean from1904) {
        this.from1904 = from1904;
    }

    /** @return null if it is no number */
    String of(String raw, NumberStyle style) {
        BigDecimal number = number(raw);
        if (number == null) {
            return null;
        }
        if (style == NumberStyle.NUMBER || number.signum() < 0 || number.compareTo(LAST) >= 0) {
            return plain(number);
        }
        BigDecimal millis = number.multiply(MILLIS).setScale(0, RoundingMode.HALF_UP);
        return style == NumberStyle.ELAPSED ? elapsed(millis.longValueExact()) : moment(number, millis, style);
    }

    private String moment(BigDecimal number, BigDecimal millis, NumberStyle style) {
        long all = millis.longValueExact();
        long day = all / MILLIS.longValueExact();
        LocalTime time = LocalTime.ofNanoOfDay(all % MILLIS.longValueExact() * 1_000_000);
        if (!from1904 && day == NO_SUCH_DAY) {
            // spreadsheets believe in a 29 February 1900
            return plain(number);
        }
        if (style == NumberStyle.TIME && day == 0) {
            return DateTimeFormatter.ISO_LOCAL_TIME.format(time);
        }
        LocalDate date = from1904 ? FROM_1904.plusDays(day) : FROM_1900.plusDays(day < NO_SUCH_DAY ? day + 1 : day);
        return style == NumberStyle.DATE && time.equals(LocalTime.MIDNIGHT)
                ? date.toString()
                : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(LocalDateTime.of(date, time));
    }

    private static String elapsed(long millis) {
        long seconds = millis / 1000;
        return seconds / 3600 + ":" + two(seconds / 60 % 60) + ':' + two(seconds % 60);
    }

    private static String two(long number) {
        return number < 10 ? "0" + number : Long.toString(number);
    }

    private static String plain(BigDecimal number) {
        BigDecimal kept = number.precision() > KEPT.getPrecision() ? number.round(KEPT) : number;
        return kept.signum() == 0 ? "0" : kept.stripTrailingZeros().toPlainString();
    }

    private static BigDecimal number(String raw) {
        try {
            if (raw.length() > LONGEST) {
                return null;
            }
            BigDecimal number = new BigDecimal(raw.strip());
            return Math.abs((long) number.scale()) > EXPONENT ? null : number;
        } catch (NumberFormatException notOne) {
            return null;
        }
    }
}
