package org.colonnade.platform.sheets.internal.xlsx;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Characters that XML cannot hold stand in a workbook as {@code _x0001_} (ISO/IEC 29500-1, 22.9.2.19); a text that looks like that by
 * itself has its underscore written so.
 */
final class Escapes {

    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final String UNDERSCORE = "_x005F_";

    private Escapes() {}

    static String write(String text) {
        if (plain(text)) {
            return text;
        }
        String safe = text.contains("_x") ? ESCAPE.matcher(text).replaceAll("_x005F_x$1_") : text;
        StringBuilder written = new StringBuilder(safe.length() + UNDERSCORE.length());
        for (int i = 0; i < safe.length(); i++) {
            char c = safe.charAt(i);
            boolean edge = (i == 0 || i == safe.length() - 1) && c == ' ';
            if (edge || !inXml(safe, i)) {
                written.append(String.format("_x%04X_", (int) c));
            } else {
                written.append(c);
            }
        }
        return written.toString();
    }

    static String read(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        Matcher escape = ESCAPE.matcher(text);
        StringBuilder read = new StringBuilder(text.length());
        while (escape.find()) {
            String character = String.valueOf((char) Integer.parseInt(escape.group(1), 16));
            escape.appendReplacement(read, Matcher.quoteReplacement(character));
        }
        return escape.appendTail(read).toString();
    }

    private static boolean plain(String text) {
        if (text.isEmpty()) {
            return true;
        }
        for (int i = 0; i < text.length(); i++) {
            if (!inXml(text, i)) {
                return false;
            }
        }
        return text.charAt(0) != ' ' && text.charAt(text.length() - 1) != ' ' && !text.contains("_x");
    }

    private static boolean inXml(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        }
        return c >= ' ' ? c < 0xfffe : c == '\t' || c == '\n';
    }
}
