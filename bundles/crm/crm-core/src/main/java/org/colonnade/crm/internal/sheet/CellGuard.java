package org.colonnade.crm.internal.sheet;

import java.util.regex.Pattern;

/**
 * Keeps a spreadsheet from taking a cell for a formula: a cell that begins with {@code = + - @}, a tab or a line end gets an apostrophe in
 * front, which reading takes away again. A cell that began with apostrophes before such a sign gets one more.
 */
final class CellGuard {

    private static final Pattern DANGEROUS = Pattern.compile("'*[=+\\-@\\t\\r\\n].*", Pattern.DOTALL);

    private CellGuard() {}

    static String write(String cell) {
        return cell != null && DANGEROUS.matcher(cell).matches() ? '\'' + cell : cell;
    }

    static String read(String cell) {
        return cell.startsWith("'") && DANGEROUS.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
