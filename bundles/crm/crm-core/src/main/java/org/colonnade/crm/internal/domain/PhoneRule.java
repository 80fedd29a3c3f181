package org.colonnade.crm.internal.domain;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
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
        PhoneNumber number = read(written);
        return number == null ? null : PhoneNumberUtil.getInstance().format(number, PhoneNumberFormat.E164);
    }

    /** What two ways of writing the same line have in common, extension included; null if it is no valid number. */
    public String key(String written) {
        PhoneNumber number = read(written);
        if (number == null) {
            return null;
        }
        String e164 = PhoneNumberUtil.getInstance().format(number, PhoneNumberFormat.E164);
        return number.hasExtension() ? e164 + 'x' + number.getExtension() : e164;
    }

    /** The digits as written, the number as dialled in its own country, and in E.164. */
    Set<String> waysOfWriting(String written) {
        Set<String> ways = new LinkedHashSet<>();
        ways.add(NO_DIGIT.matcher(written).replaceAll(""));
        PhoneNumber number = read(written);
        if (number != null) {
            PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
            ways.add(phones.format(number, PhoneNumberFormat.E164));
            ways.add(NO_DIGIT.matcher(phones.format(number, PhoneNumberFormat.NATIONAL))
                    .replaceAll(""));
        }
        return ways;
    }

    private PhoneNumber read(String written) {
        if (written == null || written.length() > LONGEST) {
            return null;
        }
        try {
            PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
            PhoneNumber number = phones.parse(written, region);
            return phones.isValidNumber(number) ? number : null;
        } catch (NumberParseException notANumber) {
            return null;
        }
    }
}
