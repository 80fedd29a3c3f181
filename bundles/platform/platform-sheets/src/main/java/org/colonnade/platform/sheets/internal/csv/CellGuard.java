package org.colonnade.platform.sheets.internal.csv;

/**
 * Keeps a spreadsheet from taking a cell for a formula: a text that begins with {@code = + - @}, a tab or a line end gets an apostrophe in
 * front, which reading takes away again. A text that began with apostrophes before such a sign gets one more.
 */
final class CellGuard {

    private static final String SIGNS = "=+-@\t\r\n";

    private CellGuard() {}

    static String write(String cell) {
        return dangerous(cell) ? '\'' + cell : cell;
    }

    static String read(String cell) {
        return !cell.isEmpty() && cell.charAt(0) == '\'' && dangerous(cell) ? cell.substring(1) : cell;
    }

    private static boolean dangerous(String cell) {
        int at = 0;
        while (at < cell.length() && cell.charAt(at) == '\'') {
            at++;
        }
        return at < cell.length() && SIGNS.indexOf(cell.charAt(at)) >= 0;
    }
}
