package org.colonnade.platform.store.internal.unit;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.colonnade.platform.store.internal.database.StoreFailure;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads from a function's persistence.xml what it says: the names of its rows. */
public final class UnitXml {

    /** Where the specification puts it. */
    public static final String FILE = "META-INF/persistence.xml";

    private UnitXml() {}

    /** The classes of the unit with this name; empty if the file has no such unit. */
    public static Optional<List<String>> rows(URL file, String unit) {
        NodeList units = read(file).getElementsByTagNameNS("*", "persistence-unit");
        for (int i = 0; i < units.getLength(); i++) {
            Element element = (Element) units.item(i);
            if (element.getAttribute("name").equals(unit)) {
                return Optional.of(texts(element.getElementsByTagNameNS("*", "class")));
            }
        }
        return Optional.empty();
    }

    private static List<String> texts(NodeList elements) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < elements.getLength(); i++) {
            texts.add(elements.item(i).getTextContent().strip());
        }
        return texts;
    }

    private static Document read(URL file) {
        try (InputStream in = file.openStream()) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(in);
        } catch (IOException | SAXException | ParserConfigurationException failure) {
            throw new StoreFailure("The file " + FILE + " of a function cannot be read", failure);
        }
    }
}
