package org.colonnade.platform.dossier.internal.calendar;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A component of a calendar as it stands there.
 *
 * @param name in upper case, such as VEVENT
 * @param lines its properties
 * @param parts the components inside
 */
record Component(String name, List<Line> lines, List<Component> parts) {

    /**
     * A property.
     *
     * @param name in upper case
     * @param parameters by name in upper case
     * @param value as it is written
     */
    record Line(String name, Map<String, String> parameters, String value) {

        /** The value of a text, its escapes taken away. */
        String text() {
            StringBuilder text = new StringBuilder(value.length());
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if (c == '\\' && i + 1 < value.length()) {
                    char next = value.charAt(++i);
                    text.append(next == 'n' || next == 'N' ? '\n' : next);
                } else {
                    text.append(c);
                }
            }
            return text.toString();
        }

        /** The whole line again. */
        String whole() {
            StringBuilder line = new StringBuilder(name);
            parameters.forEach(
                    (key, given) -> line.append(';').append(key).append('=').append(quoted(given)));
            return line.append(':').append(value).toString();
        }

        private static String quoted(String text) {
            return text.matches("[^:;,\"]*") ? text : '"' + text + '"';
        }
    }

    /** The first property of a name. */
    Optional<Line> first(String property) {
        return all(property).stream().findFirst();
    }

    /** All properties of a name. */
    List<Line> all(String property) {
        return lines.stream().filter(line -> line.name().equals(property)).toList();
    }

    /** A text that is there and not blank, or null. */
    String text(String property) {
        return first(property).map(Line::text).filter(text -> !text.isBlank()).orElse(null);
    }
}
