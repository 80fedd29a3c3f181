package org.colonnade.crm.internal.card;

import ezvcard.io.ParseWarning;
import org.colonnade.crm.internal.domain.Texts;

/** A line of a card that is no property: kept as it stands. */
final class UnreadLine {

    /** ez-vcard's number for a line that its grammar does not know. */
    private static final Integer MALFORMED = 27;

    private UnreadLine() {}

    /** The line with its continuations, or null if the warning is about something else. */
    static String of(ParseWarning warning, String card) {
        if (!MALFORMED.equals(warning.getCode()) || warning.getLineNumber() == null) {
            return null;
        }
        String[] lines = Texts.lines(card).split("\n", -1);
        int first = warning.getLineNumber() - 1;
        if (first < 0 || first >= lines.length || lines[first].isBlank()) {
            return null;
        }
        StringBuilder unread = new StringBuilder(lines[first]);
        for (int i = first + 1;
                i < lines.length && !lines[i].isEmpty() && " \t".indexOf(lines[i].charAt(0)) >= 0;
                i++) {
            unread.append('\n').append(lines[i]);
        }
        return unread.toString();
    }
}
