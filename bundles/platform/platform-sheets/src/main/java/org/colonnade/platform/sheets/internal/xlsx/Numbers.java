package org.colonnade.platform.sheets.internal.xlsx;

/** Small whole numbers in attributes. */
final class Numbers {

    private static final int DIGITS = 9;

    private Numbers() {}

    /** The number, or otherwise this. */
    static int of(String text, int otherwise) {
        if (text == null || text.isEmpty() || text.length() > DIGITS) {
            return otherwise;
        }
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return otherwise;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** The column of an address such as {@code AB12}, from 0; −1 if it is none that a workbook can have. */
    static int column(String address) {
        int column = 0;
        int at = 0;
        while (at < address.length() && Character.isLetter(address.charAt(at))) {
            int letter = Character.toUpperCase(address.charAt(at)) - 'A';
            if (letter < 0 || letter > 25 || at == 3) {
                return -1;
            }
            column = column * 26 + letter + 1;
            at++;
        }
        return at == 0 || column > XlsxSheetWriter.MOST_COLUMNS ? -1 : column - 1;
    }
}
