package org.colonnade.platform.calendar.internal.holiday;

import de.focus_shift.jollyday.core.spi.Configuration;
import de.focus_shift.jollyday.core.spi.Holidays;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * The rules of a country as they stand in the library's own files, read with the parser of the JDK: the library's readers need a mapper
 * of their own each.
 */
final class RuleFile {

    private static final String DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    private RuleFile() {}

    /** Null if there is none of that country. */
    static Configuration of(String country) {
        String file = "holidays/Holidays_" + country + ".xml";
        try (InputStream in = RuleFile.class.getClassLoader().getResourceAsStream(file)) {
            if (in == null) {
                return null;
            }
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(DOCTYPE, true);
            return new Area(factory.newDocumentBuilder().parse(in).getDocumentElement());
        } catch (IOException | SAXException | ParserConfigurationException broken) {
            throw new IllegalStateException(file + " cannot be read", broken);
        }
    }

    /** A country or a part of one. */
    private record Area(Element element) implements Configuration {

        @Override
        public String hierarchy() {
            return element.getAttribute("hierarchy");
        }

        @Override
        public String description() {
            return element.getAttribute("description");
        }

        @Override
        public Holidays holidays() {
            return new AreaRules(Xml.child(element, "Holidays"));
        }

        @Override
        public Stream<Configuration> subConfigurations() {
            return Xml.children(element, "SubConfigurations").map(Area::new);
        }
    }
}
