package org.colonnade.platform.api;

/**
 * The text form of the platform's time-ordered 64-bit ids (TSID): 13 characters of Crockford's base 32, upper case, so that texts sort
 * as the numbers do. Reading accepts lower case and Crockford's look-alikes (O for 0, I and L for 1).
 */
public final class Tsid {

    /** The length of every id's text. */
    public static final int LENGTH = 13;

    private static final char[] DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final byte[] VALUES = values();

    private Tsid() {}

    /**
     * Writes an id.
     *
     * @param id an id that is not negative
     * @return its 13 characters
     */
    public static String text(long id) {
        char[] text = new char[LENGTH];
        long rest = id;
        for (int i = LENGTH - 1; i >= 0; i--) {
            text[i] = DIGITS[(int) (rest & 31)];
            rest >>>= 5;
        }
        return new String(text);
    }

    /**
     * Reads an id.
     *
     * @param text what a caller sent; may be anything
     * @return the id, or −1 if the text is not one: no record has that id, so looking it up finds nothing
     */
    public static long parse(String text) {
        if (text == null || text.length() != LENGTH) {
            return -1;
        }
        long id = 0;
        for (int i = 0; i < LENGTH; i++) {
            char c = text.charAt(i);
            int value = c < VALUES.length ? VALUES[c] : -1;
            if (value < 0 || i == 0 && value > 7) {
                return -1;
            }
            id = id << 5 | value;
        }
        return id;
    }

    private static byte[] values() {
        byte[] values = new byte['z' + 1];
        java.util.Arrays.fill(values, (byte) -1);
        for (byte i = 0; i < DIGITS.length; i++) {
            values[DIGITS[i]] = i;
            values[Character.toLowerCase(DIGITS[i])] = i;
        }
        values['O'] = values['o'] = 0;
        values['I'] = values['i'] = values['L'] = values['l'] = 1;
        return values;
    }
}
