package org.colonnade.crm.internal.card;

import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.io.text.VCardReader;
import ezvcard.io.text.VCardWriter;
import ezvcard.property.RawProperty;
import ezvcard.property.VCardProperty;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Properties as vCard 4.0 lines and back: the form in which what has no field is kept. */
final class CardLines {

    /** What could not be read as a property, word for word. */
    static final String UNREAD = "X-COLONNADE-UNREAD";

    private static final String TYPE = "TYPE";

    private CardLines() {}

    /** One line for the property, not folded; the case of its types, which means nothing, is lowered. */
    static String line(VCardProperty property) {
        List<String> types = property.getParameters().get(TYPE);
        if (!types.isEmpty()) {
            property.getParameters()
                    .replace(
                            TYPE,
                            types.stream()
                                    .map(type -> type.toLowerCase(Locale.ROOT))
                                    .toList());
        }
        VCard card = new VCard();
        card.addProperty(property);
        try {
            String text = text(card, VCardVersion.V4_0, false);
            return text.substring(text.indexOf("VERSION:4.0") + 13, text.lastIndexOf("END:VCARD"))
                    .stripTrailing();
        } catch (IllegalArgumentException notWritable) {
            return line(unread(property.toString()));
        }
    }

    /** The lines of all properties, in their order. */
    static List<String> lines(Collection<? extends VCardProperty> properties) {
        return properties.stream()
                .map(CardLines::line)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** The properties of the lines; a line always gives its property back. */
    static List<VCardProperty> properties(List<String> lines) {
        List<VCardProperty> properties = new ArrayList<>();
        if (!lines.isEmpty()) {
            StringBuilder text = new StringBuilder("BEGIN:VCARD\r\nVERSION:4.0\r\n");
            lines.forEach(line -> text.append(line).append("\r\n"));
            try (VCardReader reader =
                    new VCardReader(text.append("END:VCARD\r\n").toString())) {
                properties.addAll(reader.readNext().getProperties());
            } catch (IOException notFromMemory) {
                throw new UncheckedIOException(notFromMemory);
            }
        }
        return properties;
    }

    /** A card as text; nothing is left out because its version does not know it. */
    static String text(VCard card, VCardVersion version, boolean folded) {
        StringWriter text = new StringWriter();
        try (VCardWriter writer = new VCardWriter(text, version)) {
            writer.setAddProdId(false);
            writer.setVersionStrict(false);
            writer.setCaretEncodingEnabled(true);
            writer.setIncludeTrailingSemicolons(true);
            if (!folded) {
                writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            }
            writer.write(card);
        } catch (IOException notFromMemory) {
            throw new UncheckedIOException(notFromMemory);
        }
        return text.toString();
    }

    static RawProperty unread(String text) {
        return new RawProperty(
                UNREAD,
                text.replace("\\", "\\\\")
                        .replace("\r\n", "\\n")
                        .replace("\n", "\\n")
                        .replace("\r", "\\n"));
    }
}
