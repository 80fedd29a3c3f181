package org.colonnade.platform.measures.internal.domain;

import java.io.InputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.colonnade.platform.api.problem.Rejected;

/**
 * Reads the reference rates of the European Central Bank ({@code eurofxref}), of a day or of many, rate by rate. A file with a document
 * type is refused: nothing in it is followed.
 */
public final class EcbFile implements AutoCloseable {

    /** How the bank marks what it has published. */
    private static final String NAMESPACE = "http://www.ecb.int/vocabulary/2002-08-01/eurofxref";

    private static final String NUMBER = "\\d{1,18}(\\.\\d{1,20})?";
    private static final int DEEPEST = 8;

    private final XMLStreamReader xml;
    private LocalDate date;
    private int depth;

    /** @throws Rejected {@code measures.ecb.unreadable} */
    public EcbFile(InputStream file) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        try {
            xml = factory.createXMLStreamReader(file);
        } catch (XMLStreamException broken) {
            throw unreadable("is no XML");
        }
    }

    /**
     * One rate: so much of the currency is one euro.
     *
     * @param date the day
     * @param currency its code
     * @param rate how much
     */
    public record Line(LocalDate date, String currency, BigDecimal rate) {}

    /** The next one; null after the last. @throws Rejected {@code measures.ecb.unreadable} */
    public Line next() {
        try {
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw unreadable(
                            "has a document type or entities");
                    case XMLStreamConstants.START_ELEMENT -> {
                        Line line = element();
                        if (line != null) {
                            return line;
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    default -> {}
                }
            }
            return null;
        } catch (XMLStreamException broken) {
            throw unreadable("is broken near line " + xml.getLocation().getLineNumber());
        }
    }

    private Line element() {
        if (++depth > DEEPEST) {
            throw unreadable("is nested too deeply");
        }
        if (!xml.getLocalName().equals("Cube") || !NAMESPACE.equals(xml.getNamespaceURI())) {
            return null;
        }
        String time = xml.getAttributeValue(null, "time");
        if (time != null) {
            date = date(time);
        }
        String currency = xml.getAttributeValue(null, "currency");
        return currency == null ? null : line(currency, xml.getAttributeValue(null, "rate"));
    }

    private Line line(String currency, String rate) {
        if (date == null) {
            throw unreadable("has a rate without a day");
        }
        if (!currency.matches("[A-Z]{3}") || rate == null || !(rate.matches(NUMBER) || rate.equals("N/A"))) {
            throw unreadable("has something else than a rate near line "
                    + xml.getLocation().getLineNumber());
        }
        return new Line(date, currency, rate.equals("N/A") ? null : new BigDecimal(rate));
    }

    private LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException none) {
            throw unreadable("has something else than a day near line "
                    + xml.getLocation().getLineNumber());
        }
    }

    private static Rejected unreadable(String why) {
        return new Rejected("measures.ecb.unreadable", "This is no file of euro reference rates: it " + why + ".");
    }

    @Override
    public void close() {
        try {
            xml.close();
        } catch (XMLStreamException ignored) {
            // it holds nothing but the stream, which is its maker's
        }
    }
}
