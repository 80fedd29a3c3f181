package org.colonnade.platform.calendar.internal.holiday;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Elements and attributes of a rule file. */
final class Xml {

    private Xml() {}

    /** The elements of that name directly below; none below null. */
    static Stream<Element> children(Element parent, String name) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent == null ? null : parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                children.add(element);
            }
        }
        return children.stream();
    }

    /** The elements of that name directly below, as something else. */
    static <T> List<T> all(Element parent, String name, Function<Element, T> reader) {
        return children(parent, name).map(reader).toList();
    }

    /** The first of them, or null. */
    static Element child(Element parent, String name) {
        return children(parent, name).findFirst().orElse(null);
    }

    /** The text of the first of them, or null. */
    static String text(Element parent, String name) {
        Element child = child(parent, name);
        return child == null ? null : child.getTextContent().strip();
    }

    /** An attribute, or null. */
    static String attribute(Element element, String name) {
        return element.hasAttribute(name) ? element.getAttribute(name).strip() : null;
    }

    /** A word of an enumeration; the other value where there is none. */
    static <E extends Enum<E>> E word(Class<E> type, String text, E otherwise) {
        return text == null ? otherwise : Enum.valueOf(type, text);
    }
}
