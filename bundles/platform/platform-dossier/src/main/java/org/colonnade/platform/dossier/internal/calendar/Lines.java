package org.colonnade.platform.dossier.internal.calendar;

import java.nio.charset.StandardCharsets;

/** Content lines of iCalendar: escaped, and folded behind 75 octets without cutting a character. */
final class Lines {

    private static final int LONGEST = 75;

    private final StringBuilder text = new StringBuilder();

    /** A line as it is. */
    Lines raw(String line) {
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            int c = line.codePointAt(i);
            int more = new String(Character.toChars(c)).getBytes(StandardCharsets.UTF_8).length;
            if (octets + more > LONGEST) {
                text.append("\r\n ");
                octets = 1;
            }
            text.appendCodePoint(c);
            octets += more;
            i += Character.charCount(c);
        }
        text.append("\r\n");
        return this;
    }

    /** A property of type TEXT; nothing if it is null. */
    void text(String name, String value) {
        if (value != null) {
            raw(name
                    + ':'
                    + value.replace("\\", "\\\\")
                            .replace(";", "\\;")
                            .replace(",", "\\,")
                            .replace("\r\n", "\\n")
                            .replaceAll("[\r\n]", "\\\\n")
                            .replaceAll("[\\p{Cntrl}&&[^\t]]", ""));
        }
    }

    /** The value of a quoted parameter: there is no way to write a quote or a line's end in it. */
    static String parameter(String value) {
        return value.replace('"', '\'').replaceAll("\\p{Cntrl}", " ");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
