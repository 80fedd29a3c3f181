package org.colonnade.platform.sheets.internal.xlsx;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.colonnade.platform.sheets.internal.Faults;

/** A part's XML, read forwards. A document type is refused as soon as it is seen; nothing outside is ever looked for. */
final class Markup implements Closeable {

    private static final WstxInputFactory FACTORY = factory();
    private static final int DEPTH = 100;
    private static final int ATTRIBUTES = 200;
    private static final int ATTRIBUTE = 1 << 16;

    private final InputStream in;
    private final XMLStreamReader xml;

    Markup(InputStream in) throws IOException {
        this.in = in;
        try {
            xml = FACTORY.createXMLStreamReader(in);
        } catch (XMLStreamException broken) {
            in.close();
            throw Faults.broken("");
        }
    }

    /** The next tag, text or end. @return its kind, of {@link XMLStreamConstants} */
    int next() throws XMLStreamException {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw Faults.xmlRefused();
        }
        return event;
    }

    boolean hasNext() throws XMLStreamException {
        return xml.hasNext();
    }

    /** Goes to the next tag that begins and has this name. @return false at the end */
    boolean goTo(String name) throws XMLStreamException {
        return goToAny(Set.of(name), "") != null;
    }

    /** Goes to the next tag that begins and has one of the names. @return null at the end, or where {@code until} ends */
    String goToAny(Set<String> names, String until) throws XMLStreamException {
        while (xml.hasNext()) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT && names.contains(xml.getLocalName())) {
                return xml.getLocalName();
            }
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(until)) {
                return null;
            }
        }
        return null;
    }

    String name() {
        return xml.getLocalName();
    }

    /** An attribute of the tag, without regard to its namespace; or null. */
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** Adds the text between two tags. @return false if it would become longer than this */
    boolean addText(StringBuilder text, int most) {
        if (text.length() + xml.getTextLength() > most) {
            return false;
        }
        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private static WstxInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.configureForSpeed();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.getConfig().doParseLazily(false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, ATTRIBUTE);
        return factory;
    }
}
