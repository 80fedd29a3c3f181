package org.colonnade.platform.sheets.internal.xlsx;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a number in a cell means to a person: a number, or a moment. */
enum NumberStyle {
    NUMBER,
    DATE,
    DATE_TIME,
    TIME,
    ELAPSED;

    private static final Pattern SILENT = Pattern.compile("\"[^\"]*\"?|\\\\.|_.|\\*.");
    private static final Pattern ELAPSED_PART = Pattern.compile("\\[(h+|m+|s+)\\]");
    private static final Pattern BRACKETS = Pattern.compile("\\[[^\\]]*\\]");

    /** One of the formats that are not written down (ISO/IEC 29500-1, 18.8.30). */
    static NumberStyle builtIn(int id) {
        if (id >= 14 && id <= 17 || id >= 27 && id <= 31 || id == 36 || id >= 50 && id <= 54 || id >= 57 && id <= 58) {
            return DATE;
        }
        if (id >= 18 && id <= 21 || id >= 32 && id <= 35 || id == 45 || id == 47 || id >= 55 && id <= 56) {
            return TIME;
        }
        // 71 to 81 are the Thai ones
        if (id >= 71 && id <= 74) {
            return DATE;
        }
        if (id == 22 || id == 77) {
            return DATE_TIME;
        }
        if (id >= 75 && id <= 76 || id == 78 || id == 80) {
            return TIME;
        }
        return id == 46 || id == 79 ? ELAPSED : NUMBER;
    }

    /** The format that a code describes: its first section decides. */
    static NumberStyle of(String code) {
        String said = SILENT.matcher(code).replaceAll("").toLowerCase(Locale.ROOT);
        int section = said.indexOf(';');
        said = section < 0 ? said : said.substring(0, section);
        if (ELAPSED_PART.matcher(said).find()) {
            return ELAPSED;
        }
        said = BRACKETS.matcher(said).replaceAll("");
        if (said.contains("general")) {
            return NUMBER;
        }
        boolean time = said.indexOf('h') >= 0 || said.indexOf('s') >= 0;
        boolean month = said.indexOf('m') >= 0 && (!time || said.contains("mmm"));
        boolean date = said.indexOf('y') >= 0 || said.indexOf('d') >= 0 || month || said.startsWith("b");
        if (date) {
            return time ? DATE_TIME : DATE;
        }
        return time ? TIME : NUMBER;
    }
}
