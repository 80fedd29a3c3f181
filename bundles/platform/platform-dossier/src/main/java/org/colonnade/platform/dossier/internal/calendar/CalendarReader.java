package org.colonnade.platform.dossier.internal.calendar;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the events and to-dos of a file; whatever else it holds is left out. */
public final class CalendarReader {

    private static final Set<String> TAKEN = Set.of("VEVENT", "VTODO");

    private CalendarReader() {}

    /** Every event and to-do of a file, in its order; one that cannot be read says why. */
    public static List<Entry> read(String text) {
        CalendarFile file = CalendarFile.cut(text.startsWith("\ufeff") ? text.substring(1) : text);
        Map<Integer, Zones> zones = zones(file);
        List<Entry> entries = new ArrayList<>();
        int place = 0;
        for (CalendarFile.Piece piece : file.pieces()) {
            if (TAKEN.contains(piece.name())) {
                entries.add(entry(++place, piece, zones.get(piece.calendar())));
            }
        }
        return entries;
    }

    /** Whether the text is of a calendar at all. */
    public static boolean isCalendar(String text) {
        return text.toUpperCase(Locale.ROOT).contains("BEGIN:VCALENDAR");
    }

    private static Map<Integer, Zones> zones(CalendarFile file) {
        Map<Integer, Zones> zones = new HashMap<>();
        for (CalendarFile.Piece piece : file.pieces()) {
            Zones ofCalendar = zones.computeIfAbsent(piece.calendar(), any -> new Zones());
            if (piece.name().equals("VTIMEZONE")) {
                try {
                    ofCalendar.explain(ComponentReader.read(piece), piece.text());
                } catch (ComponentReader.Unreadable broken) {
                    continue; // its name may still be one that is known
                }
            }
        }
        return zones;
    }

    private static Entry entry(int place, CalendarFile.Piece piece, Zones zones) {
        String uid = null;
        try {
            Component component = ComponentReader.read(piece);
            uid = component.text("UID");
            String method = header(piece, "METHOD", "PUBLISH").toUpperCase(Locale.ROOT);
            return new EntryReader(component, zones, floating(piece, zones)).read(place, method, piece);
        } catch (ComponentReader.Unreadable broken) {
            return Entry.refused(place, uid, "The component " + broken.getMessage() + '.');
        }
    }

    private static ZoneId floating(CalendarFile.Piece piece, Zones zones) {
        String name = header(piece, "X-WR-TIMEZONE", "");
        try {
            return zones.of(name, java.time.LocalDateTime.MIN).orElse(ZoneOffset.UTC);
        } catch (DateTimeException none) {
            return ZoneOffset.UTC;
        }
    }

    private static String header(CalendarFile.Piece piece, String name, String otherwise) {
        return piece.header().stream()
                .filter(line -> line.toUpperCase(Locale.ROOT).startsWith(name + ':'))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse(otherwise);
    }
}
