package org.colonnade.platform.dossier.internal.calendar;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ContentHandler;
import net.fortuna.ical4j.data.ParserException;

/** Reads one component by the grammar of RFC 5545. */
final class ComponentReader {

    private ComponentReader() {}

    /** @throws Unreadable with a sentence for people */
    static Component read(CalendarFile.Piece piece) {
        if (!piece.whole()) {
            throw new Unreadable("has no end");
        }
        Builder builder = new Builder();
        try {
            new CalendarParserImpl()
                    .parse(new StringReader("BEGIN:VCALENDAR\r\n" + piece.text() + "END:VCALENDAR\r\n"), builder);
        } catch (ParserException broken) {
            throw new Unreadable("breaks the grammar in or behind line " + piece.line());
        } catch (IOException | RuntimeException broken) {
            throw new Unreadable("cannot be read, from line " + piece.line());
        }
        if (builder.read == null) {
            throw new Unreadable("is empty");
        }
        return builder.read;
    }

    /** Cannot be read. */
    static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unreadable(String sentence) {
            super(sentence, null, false, false);
        }
    }

    private static final class Builder implements ContentHandler {

        private final Deque<Component> open = new ArrayDeque<>();
        private Component read;
        private Map<String, String> parameters = Map.of();
        private String value;

        @Override
        public void startCalendar() {
            read = null;
        }

        @Override
        public void endCalendar() {
            open.clear();
        }

        @Override
        public void startComponent(String name) {
            open.push(new Component(name.toUpperCase(Locale.ROOT), new ArrayList<>(), new ArrayList<>()));
        }

        @Override
        public void endComponent(String name) {
            Component done = open.pop();
            if (open.isEmpty()) {
                read = done;
            } else {
                open.peek().parts().add(done);
            }
        }

        @Override
        public void startProperty(String name) {
            parameters = new LinkedHashMap<>();
            value = "";
        }

        @Override
        public void propertyValue(String given) {
            value = given;
        }

        @Override
        public void endProperty(String name) {
            if (!open.isEmpty()) {
                open.peek().lines().add(new Component.Line(name.strip().toUpperCase(Locale.ROOT), parameters, value));
            }
        }

        @Override
        public void parameter(String name, String given) {
            boolean quoted = given.length() > 1
                    && given.startsWith("\"")
                    && given.endsWith("\"")
                    && given.indexOf('"', 1) == given.length() - 1;
            parameters.put(name.toUpperCase(Locale.ROOT), quoted ? given.substring(1, given.length() - 1) : given);
        }
    }
}
