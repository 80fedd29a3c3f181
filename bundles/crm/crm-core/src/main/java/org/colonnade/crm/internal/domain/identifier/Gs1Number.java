package org.colonnade.crm.internal.domain.identifier;

/**
 * Numbers of GS1, such as GLN and GTIN (once EAN): the last digit makes the sum of all, weighted 3 and 1 from the right, a multiple of ten
 * (GS1 General Specifications, 7.9).
 */
final class Gs1Number {

    private static final int MODULUS = 10;
    private static final int HEAVY = 3;

    private Gs1Number() {}

    /** @param digits nothing but digits, the check digit last */
    static boolean valid(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            boolean heavy = (digits.length() - i) % 2 == 0;
            sum += (digits.charAt(i) - '0') * (heavy ? HEAVY : 1);
        }
        return sum % MODULUS == 0;
    }
}
