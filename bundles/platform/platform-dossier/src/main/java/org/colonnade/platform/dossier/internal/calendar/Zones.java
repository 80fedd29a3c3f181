package org.colonnade.platform.dossier.internal.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.TimeZoneRegistry;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.VTimeZone;

/**
 * What the names of time zones in calendars mean: those of the IANA list, with whatever a program has put before them, those of Windows,
 * and those that a calendar explains by itself.
 */
final class Zones {

    private static final Map<String, String> WINDOWS = windows();
    private static final List<String> WELL_KNOWN = List.of(
            "America/New_York",
            "America/Chicago",
            "America/Denver",
            "America/Los_Angeles",
            "Europe/London",
            "Europe/Berlin",
            "Europe/Athens",
            "Australia/Sydney");
    private static final int YEAR = 366;
    private static final int STEP = 3;

    private final Map<String, Component> explained = new HashMap<>();
    private final Map<String, VTimeZone> rules = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Optional<ZoneId>> alike = new HashMap<>();

    /** A VTIMEZONE of the calendar. */
    void explain(Component zone, String text) {
        zone.first("TZID").ifPresent(id -> {
            explained.put(id.value(), zone);
            texts.put(id.value(), text);
        });
    }

    /** The zone of a local time, if the name means anything. */
    Optional<ZoneId> of(String name, LocalDateTime local) {
        if (name == null || name.isBlank()) {
            return Optional.empty();
        }
        Component zone = explained.get(name);
        String place = zone == null ? null : zone.text("X-LIC-LOCATION");
        return known(name)
                .or(() -> place == null ? Optional.empty() : known(place))
                .or(() -> offset(name, local));
    }

    private static Optional<ZoneId> known(String name) {
        String rest = name.strip();
        while (!rest.isEmpty()) {
            Optional<ZoneId> found = exactly(rest);
            if (found.isPresent()) {
                return found;
            }
            int slash = rest.indexOf('/');
            rest = slash < 0 ? "" : rest.substring(slash + 1);
        }
        return Optional.empty();
    }

    private static Optional<ZoneId> exactly(String name) {
        String iana = ZoneId.getAvailableZoneIds().contains(name)
                ? name
                : WINDOWS.getOrDefault(name, TimeZoneRegistry.ZONE_ALIASES.getOrDefault(name, name));
        if (!ZoneId.getAvailableZoneIds().contains(iana)) {
            return name.equals("Z") ? Optional.of(ZoneOffset.UTC) : Optional.empty();
        }
        return Optional.of(ZoneId.of(iana));
    }

    /** The offset that the calendar's own rules give to the time. */
    private Optional<ZoneId> offset(String name, LocalDateTime local) {
        if (!texts.containsKey(name)) {
            return Optional.empty();
        }
        try {
            VTimeZone zone = rules.computeIfAbsent(name, id -> parse(texts.get(id)));
            ZoneOffset now = offset(zone, local);
            boolean changes = explained.get(name).parts().stream()
                    .anyMatch(part -> part.name().equals("DAYLIGHT"));
            if (!changes) {
                return Optional.of(now);
            }
            return Optional.of(alike.computeIfAbsent(name + local.getYear(), any -> likeIt(zone, local))
                    .orElse(now));
        } catch (RuntimeException unusable) {
            return standard(explained.get(name));
        }
    }

    private static ZoneOffset offset(VTimeZone zone, LocalDateTime local) {
        Observance observance = zone.getApplicableObservance(local);
        Property to = observance.<Property>getProperty(Property.TZOFFSETTO).orElseThrow();
        return ZoneOffset.of(colons(to.getValue()));
    }

    /** What recurs needs more than an offset: a zone of the IANA list that has the same ones, looked at over the year of the event. */
    private static Optional<ZoneId> likeIt(VTimeZone zone, LocalDateTime local) {
        Map<LocalDateTime, ZoneOffset> year = new LinkedHashMap<>();
        for (int day = 0; day < YEAR; day += STEP) {
            LocalDateTime noon = local.toLocalDate().plusDays(day).atTime(12, 0);
            year.put(noon, offset(zone, noon));
        }
        return Stream.concat(
                        WELL_KNOWN.stream(),
                        ZoneId.getAvailableZoneIds().stream()
                                .filter(id -> id.contains("/"))
                                .sorted())
                .map(ZoneId::of)
                .filter(id -> year.entrySet().stream()
                        .allMatch(one -> id.getRules().getOffset(one.getKey()).equals(one.getValue())))
                .findFirst();
    }

    private static Optional<ZoneId> standard(Component zone) {
        try {
            return zone.parts().stream()
                    .flatMap(part -> part.all("TZOFFSETTO").stream())
                    .map(line -> (ZoneId) ZoneOffset.of(colons(line.value())))
                    .findFirst();
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static String colons(String offset) {
        String digits = offset.strip();
        return digits.matches("[+-]\\d{4}(\\d{2})?") ? digits.substring(0, 3) + ':' + digits.substring(3, 5) : digits;
    }

    private static VTimeZone parse(String text) {
        try {
            Calendar calendar = Boundary.inside(() -> new CalendarBuilder()
                    .build(new StringReader(
                            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-\r\n" + text + "END:VCALENDAR\r\n")));
            return (VTimeZone) calendar.getComponents().get(0);
        } catch (IOException | ParserException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    /** How a zone is called in a calendar that we write. */
    static String name(ZoneId zone) {
        return zone instanceof ZoneOffset ? "Offset" + zone.getId().replace(":", "") : zone.getId();
    }

    /** The VTIMEZONE that explains a zone to others; empty if there is none, or none is needed. */
    static Optional<String> text(ZoneId zone) {
        if (zone instanceof ZoneOffset offset) {
            return offset.getTotalSeconds() % 60 != 0 || offset.equals(ZoneOffset.UTC)
                    ? Optional.empty()
                    : Optional.of(fixed(offset));
        }
        try {
            return Boundary.inside(() -> Optional.ofNullable(TimeZoneRegistryFactory.getInstance()
                            .createRegistry()
                            .getTimeZone(zone.getId()))
                    .map(found ->
                            found.getVTimeZone().toString().replaceFirst("TZID:[^\r\n]*", "TZID:" + zone.getId())));
        } catch (IOException | ParserException none) {
            return Optional.empty();
        }
    }

    private static String fixed(ZoneOffset offset) {
        String digits = offset.getId().replace(":", "");
        return "BEGIN:VTIMEZONE\r\nTZID:" + name(offset)
                + "\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:" + digits + "\r\nTZOFFSETTO:" + digits
                + "\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";
    }

    private static Map<String, String> windows() {
        Map<String, String> names = new HashMap<>();
        try (InputStream list =
                CalendarBuilder.class.getResourceAsStream("/net/fortuna/ical4j/transform/compliance/msTimezones")) {
            String text = list == null ? "" : new String(list.readAllBytes(), StandardCharsets.UTF_8);
            text.lines()
                    .map(line -> line.split("=", 2))
                    .filter(pair -> pair.length == 2)
                    .forEach(pair -> {
                        for (String name : pair[0].split(";")) {
                            names.put(name.strip(), pair[1].strip());
                        }
                    });
        } catch (IOException unreadable) {
            return names;
        }
        return names;
    }
}
