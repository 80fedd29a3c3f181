package org.colonnade.platform.api.mail;

import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.problem.Rejected;

/** Text of a header line: whoever could put a line break into it could add headers, recipients and a body of their own. */
final class HeaderText {

    private HeaderText() {}

    /** @throws Rejected {@code mail.header.invalid} */
    static String checked(String field, String value, int most) {
        boolean breaks = value.codePoints().anyMatch(HeaderText::breaksLines);
        if (breaks || !Fields.storable(value) || value.length() > most) {
            throw new Rejected("mail.header.invalid", "A header of a message is one line of text.")
                    .field(field, "has at most " + most + " characters and no line breaks or other control characters");
        }
        return value;
    }

    private static boolean breaksLines(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }
}
