package org.colonnade.platform.sheets.internal.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/** The styles of a workbook, as far as they tell numbers from moments. */
final class Styles {

    private static final long LARGEST = 64 << 20;
    private static final Set<String> TAGS = Set.of("numFmt", "cellXfs");
    private static final Set<String> XF = Set.of("xf");

    private final List<NumberStyle> styles;

    private Styles(List<NumberStyle> styles) {
        this.styles = styles;
    }

    static Styles of(Workbook workbook) throws IOException, XMLStreamException {
        Map<Integer, NumberStyle> formats = new HashMap<>();
        List<NumberStyle> styles = new ArrayList<>();
        try (Markup xml = workbook.ofType("/styles", LARGEST)) {
            String tag = xml == null ? null : xml.goToAny(TAGS, "");
            while (tag != null) {
                if (tag.equals("numFmt")) {
                    formats.put(
                            Numbers.of(xml.attribute("numFmtId"), -1),
                            NumberStyle.of(String.valueOf(xml.attribute("formatCode"))));
                } else {
                    while (xml.goToAny(XF, "cellXfs") != null) {
                        int format = Numbers.of(xml.attribute("numFmtId"), 0);
                        styles.add(formats.getOrDefault(format, NumberStyle.builtIn(format)));
                    }
                }
                tag = xml.goToAny(TAGS, "");
            }
        }
        return new Styles(styles);
    }

    /** The style that a cell names; a number where it names none. */
    NumberStyle of(String index) {
        int at = Numbers.of(index, -1);
        return at < 0 || at >= styles.size() ? NumberStyle.NUMBER : styles.get(at);
    }
}
