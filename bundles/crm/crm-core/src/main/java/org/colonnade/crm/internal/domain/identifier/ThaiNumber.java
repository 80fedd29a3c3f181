package org.colonnade.crm.internal.domain.identifier;

/**
 * Thai numbers of thirteen digits: of citizens (Department of Provincial Administration), of juristic persons (Department of Business
 * Development), and of both as taxpayers (Revenue Department). The last digit is 11 less the sum of the others, weighted 13 down to 2,
 * modulo 11, of which the last digit counts. The third digit weighs eleven, so it is not checked.
 */
final class ThaiNumber {

    private static final int DIGITS = 13;
    private static final int ELEVEN = 11;
    private static final int TEN = 10;

    private ThaiNumber() {}

    /** @param digits thirteen digits */
    static boolean valid(String digits) {
        int sum = 0;
        for (int i = 0; i < DIGITS - 1; i++) {
            sum += (digits.charAt(i) - '0') * (DIGITS - i);
        }
        return (ELEVEN - sum % ELEVEN) % TEN == digits.charAt(DIGITS - 1) - '0';
    }
}
