package org.colonnade.crm.internal.card;

import com.github.mangstadt.vinnie.io.VObjectPropertyValues;

/** The text in a property that ez-vcard does not know: escaped as any other text. */
final class RawText {

    private RawText() {}

    static String read(String value) {
        return value == null ? null : VObjectPropertyValues.unescape(value);
    }

    static String write(String text) {
        return VObjectPropertyValues.escape(text)
                .replace("\r\n", "\\n")
                .replace("\n", "\\n")
                .replace("\r", "\\n");
    }
}
