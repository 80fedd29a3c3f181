package org.colonnade.platform.sheets.internal.xlsx;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.sheet.SheetRow;
import org.colonnade.platform.sheets.internal.Faults;
import org.colonnade.platform.sheets.internal.Limits;

/** The rows of one sheet. What a cell says of itself is believed only within the limits. */
final class SheetRows {

    private static final Set<String> ROW = Set.of("row");
    private static final Set<String> CELL = Set.of("c");

    private final Markup xml;
    private final Texts texts;
    private final Styles styles;
    private final NumberText numbers;
    private final Limits limits;
    private long row;
    private boolean formulaWithoutValue;

    SheetRows(Markup xml, Texts texts, Styles styles, NumberText numbers, Limits limits) throws XMLStreamException {
        this.xml = xml;
        this.texts = texts;
        this.styles = styles;
        this.numbers = numbers;
        this.limits = limits;
        if (!xml.goTo("sheetData")) {
            throw Faults.broken(": the sheet has no data");
        }
    }

    /** The next row with any text; null after the last. */
    SheetRow next() throws XMLStreamException {
        while (xml.goToAny(ROW, "sheetData") != null) {
            long said = Numbers.of(xml.attribute("r"), 0);
            row = said > row ? said : row + 1;
            List<String> cells = cells();
            if (!cells.isEmpty()) {
                return new SheetRow(row, cells);
            }
        }
        return null;
    }

    /** Whether some formula had no value to read. */
    boolean formulaWithoutValue() {
        return formulaWithoutValue;
    }

    private List<String> cells() throws XMLStreamException {
        List<String> cells = new ArrayList<>();
        int column = -1;
        while (xml.goToAny(CELL, "row") != null) {
            String address = xml.attribute("r");
            int said = address == null ? column + 1 : Numbers.column(address);
            String text = text(xml.attribute("t"), xml.attribute("s"));
            if (said < 0) {
                throw Faults.broken(": row " + row + " has a cell nowhere");
            }
            column = said;
            if (!text.isEmpty()) {
                if (column >= limits.columns()) {
                    throw Faults.tooManyColumns(row, limits.columns());
                }
                while (cells.size() <= column) {
                    cells.add("");
                }
                cells.set(column, text);
            }
        }
        return cells;
    }

    private String text(String type, String style) throws XMLStreamException {
        StringBuilder value = new StringBuilder();
        String rich = null;
        boolean inValue = false;
        boolean formula = false;
        int event = xml.next();
        while (event != XMLStreamConstants.END_ELEMENT || !xml.name().equals("c")) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                formula |= xml.name().equals("f");
                inValue = xml.name().equals("v");
                if (xml.name().equals("is")) {
                    rich = kept(Texts.rich(xml, "is", limits.cell()));
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                inValue = false;
            } else if (inValue && Texts.isText(event) && !xml.addText(value, limits.cell())) {
                throw Faults.cellTooLong(row, limits.cell());
            }
            event = xml.next();
        }
        formulaWithoutValue |= formula && value.length() == 0 && rich == null;
        String read = rich != null ? rich : value.length() == 0 ? "" : meaning(type, style, value.toString());
        if (!Fields.storable(read)) {
            throw Faults.notText(row);
        }
        return read;
    }

    private String meaning(String type, String style, String value) {
        String read =
                switch (type == null ? "n" : type) {
                    case "s" -> texts.get(value.strip());
                    case "b" -> truth(value.strip());
                    case "n" -> numbers.of(value, styles.of(style));
                    case "str" -> Escapes.read(value);
                    case "inlineStr", "e", "d" -> value;
                    default -> null;
                };
        if (read == null) {
            throw Faults.broken(": row " + row + " has a cell that means nothing");
        }
        return read;
    }

    private static String truth(String value) {
        return switch (value) {
            case "1", "true" -> "true";
            case "0", "false" -> "false";
            default -> null;
        };
    }

    private String kept(String text) {
        if (text == null) {
            throw Faults.cellTooLong(row, limits.cell());
        }
        return text;
    }
}
