package org.colonnade.platform.sheets.internal.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.colonnade.platform.sheets.internal.Faults;
import org.colonnade.platform.sheets.internal.Limits;

/** The table of texts that cells point into. */
final class Texts {

    private final List<String> texts;

    private Texts(List<String> texts) {
        this.texts = texts;
    }

    static Texts of(Workbook workbook, Limits limits) throws IOException, XMLStreamException {
        List<String> texts = new ArrayList<>();
        try (Markup xml = workbook.ofType("/sharedStrings", limits.texts())) {
            while (xml != null && xml.goTo("si")) {
                String text = rich(xml, "si", limits.cell());
                if (text == null) {
                    throw Faults.cellTooLong(0, limits.cell());
                }
                texts.add(text);
            }
        }
        return new Texts(texts);
    }

    /** @return null if there is none with that number */
    String get(String index) {
        int at = Numbers.of(index, -1);
        return at < 0 || at >= texts.size() ? null : texts.get(at);
    }

    /** The text of all runs up to the end of the tag, without what only tells how it is spoken. @return null if it is too long */
    static String rich(Markup xml, String until, int most) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean inText = false;
        boolean spoken = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                inText = xml.name().equals("t");
                spoken |= xml.name().equals("rPh");
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                inText = false;
                spoken &= !xml.name().equals("rPh");
                if (xml.name().equals(until)) {
                    return Escapes.read(text.toString());
                }
            } else if (inText && !spoken && isText(event) && !xml.addText(text, most)) {
                return null;
            }
        }
        throw Faults.broken("");
    }

    static boolean isText(int event) {
        return event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE;
    }
}
