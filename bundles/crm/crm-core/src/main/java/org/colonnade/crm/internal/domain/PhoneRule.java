package org.colonnade.crm.internal.domain;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Understands phone numbers as they are written in one region (ISO 3166 two letters) and, with a plus, anywhere.
 *
 * @param region the region in which numbers without a country code are dialled
 */
public record PhoneRule(String region) {

    private static final Pattern NO_DIGIT = Pattern.compile("\\D+");
    private static final int LONGEST = 100;

    /** Whether numbers of the region are known. */
    public static boolean knows(String region) {
        return PhoneNumberUtil.getInstance().getSupportedRegions().contains(region);
    }

    /** The number in E.164, or null if it is no valid number. An extension is not part of it. */
    public String e164(String written) {
        return read(written).e164();
    }

    /** What two ways of writing the same line have in common, extension included; null if it is no valid number. */
    public String key(String written) {
        PhoneRead number = read(written);
        return number.extension() == null ? number.e164() : number.e164() + 'x' + number.extension();
    }

    /** The digits as written, the number as dialled in its own country, and in E.164. */
    Set<String> waysOfWriting(String written) {
        Set<String> ways = new LinkedHashSet<>();
        ways.add(NO_DIGIT.matcher(written).replaceAll(""));
        PhoneRead number = read(written);
        if (number.e164() != null) {
            ways.add(number.e164());
            ways.add(NO_DIGIT.matcher(number.national()).replaceAll(""));
        }
        return ways;
    }

    private PhoneRead read(String written) {
        return written == null || written.length() > LONGEST ? PhoneRead.NONE : PhoneRead.of(region, written);
    }
}
