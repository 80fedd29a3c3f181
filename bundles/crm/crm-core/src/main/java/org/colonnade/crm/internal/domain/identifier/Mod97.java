package org.colonnade.crm.internal.domain.identifier;

/** ISO/IEC 7064, MOD 97-10: letters count as 10 to 35, and the whole, read as one number, leaves 1 when divided by 97. */
final class Mod97 {

    private static final int MODULUS = 97;
    private static final int LETTERS = 36;
    private static final int ONE_DIGIT = 10;
    private static final int TWO_DIGITS = 100;

    private Mod97() {}

    /** @param text digits and capital letters, the check digits last */
    static boolean valid(String text) {
        int rest = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = Character.digit(text.charAt(i), LETTERS);
            rest = (rest * (value < ONE_DIGIT ? ONE_DIGIT : TWO_DIGITS) + value) % MODULUS;
        }
        return rest == 1;
    }
}
