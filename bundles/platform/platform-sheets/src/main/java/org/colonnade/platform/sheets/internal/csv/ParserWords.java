package org.colonnade.platform.sheets.internal.csv;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the parser means by its sentences; it has one type of exception for everything. */
enum ParserWords {
    COLUMNS,
    LENGTH,
    OTHER;

    private static final Pattern LINE = Pattern.compile("\\bline (\\d{1,18})\\b");

    static ParserWords of(String sentence) {
        String said = sentence.toLowerCase(Locale.ROOT);
        if (said.contains("limit of") && said.contains("fields")) {
            return COLUMNS;
        }
        return said.contains("field size") || said.contains("record size") || said.contains("buffer size")
                ? LENGTH
                : OTHER;
    }

    static long line(String sentence, long otherwise) {
        Matcher line = LINE.matcher(String.valueOf(sentence));
        return line.find() ? Long.parseLong(line.group(1)) : otherwise;
    }
}
