package org.colonnade.crm.internal.domain;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What a number means as it was written. To read one takes long, and while a party is stored the same number is asked about four times:
 * the last ones read are remembered.
 *
 * @param region where it is dialled
 * @param written as it was written
 * @param e164 the number in E.164 without its extension; null if it is no valid number
 * @param national as it is dialled in its own country
 * @param extension or null
 */
record PhoneRead(String region, String written, String e164, String national, String extension) {

    static final PhoneRead NONE = new PhoneRead(null, null, null, null, null);

    private static final int REMEMBERED = 16_384;
    private static final AtomicReferenceArray<PhoneRead> LAST = new AtomicReferenceArray<>(REMEMBERED);

    static PhoneRead of(String region, String written) {
        int place = Math.floorMod(written.hashCode(), REMEMBERED);
        PhoneRead last = LAST.get(place);
        if (last == null || !last.written.equals(written) || !last.region.equals(region)) {
            last = read(region, written);
            LAST.set(place, last);
        }
        return last;
    }

    private static PhoneRead read(String region, String written) {
        PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = phones.parse(written, region);
            if (phones.isValidNumber(number)) {
                return new PhoneRead(
                        region,
                        written,
                        phones.format(number, PhoneNumberFormat.E164),
                        phones.format(number, PhoneNumberFormat.NATIONAL),
                        number.hasExtension() ? number.getExtension() : null);
            }
        } catch (NumberParseException notANumber) {
            // remembered as none
        }
        return new PhoneRead(region, written, null, null, null);
    }
}
