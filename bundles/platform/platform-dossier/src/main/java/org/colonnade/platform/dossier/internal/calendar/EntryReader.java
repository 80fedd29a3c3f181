package org.colonnade.platform.dossier.internal.calendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.colonnade.platform.api.dossier.ActivityDraft;
import org.colonnade.platform.api.dossier.ActivityState;
import org.colonnade.platform.api.dossier.ActivityType;
import org.colonnade.platform.api.dossier.Attendee;
import org.colonnade.platform.api.dossier.Reply;
import org.colonnade.platform.dossier.internal.domain.Digest;

/** Makes an activity of an event or a to-do. */
final class EntryReader {

    private static final Set<String> RECURRENCE = Set.of("RRULE", "RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID");
    private static final long FOUR_WEEKS = 40_320;
    private static final String MAILTO = "mailto:";

    private final Component component;
    private final Zones zones;
    private final ZoneId floating;

    EntryReader(Component component, Zones zones, ZoneId floating) {
        this.component = component;
        this.zones = zones;
        this.floating = floating;
    }

    Entry read(int place, String method, CalendarFile.Piece piece) {
        String uid = Optional.ofNullable(component.text("UID")).orElseGet(() -> Digest.of(piece.text()));
        List<String> unknown = new ArrayList<>();
        List<Attendee> attendees = attendees(unknown);
        return new Entry(place, piece.calendar(), method, uid, sequence(), draft(attendees), state(), unknown, null);
    }

    private ActivityDraft draft(List<Attendee> attendees) {
        Optional<When> start = when("DTSTART");
        Optional<When> due = when("DUE");
        ZoneId zone = ours().or(() -> start.or(() -> due).map(When::zone)).orElse(floating);
        LocalDateTime end = when("DTEND").map(one -> one.in(zone)).orElse(null);
        Duration duration = component
                .first("DURATION")
                .flatMap(line -> When.duration(line.value()))
                .orElse(null);
        return new ActivityDraft(
                type(),
                Optional.ofNullable(component.text("SUMMARY")).orElse("(no subject)"),
                component.text("DESCRIPTION"),
                List.of(),
                null,
                start.map(one -> one.in(zone)).orElse(null),
                end,
                due.map(one -> one.in(zone)).orElse(null),
                zone,
                start.or(() -> due).map(When::date).orElse(false),
                end == null ? duration : null,
                reminder(start.or(() -> due)),
                component.text("LOCATION"),
                component.first("ORGANIZER").map(EntryReader::address).orElse(null),
                attendees,
                component.lines().stream()
                        .filter(line -> RECURRENCE.contains(line.name()))
                        .map(Component.Line::whole)
                        .toList());
    }

    /** The zone that we wrote ourselves, where the times alone do not tell it. */
    private Optional<ZoneId> ours() {
        try {
            return Optional.ofNullable(component.text("X-COLONNADE-ZONE")).map(name -> ZoneId.of(name.strip()));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private Optional<When> when(String property) {
        return component
                .first(property)
                .filter(line -> !line.value().isBlank())
                .map(line -> When.of(line, zones, floating));
    }

    private ActivityType type() {
        String ours = component.text("X-COLONNADE-TYPE");
        return Stream.of(ActivityType.values())
                .filter(type -> type.name().equals(ours))
                .findFirst()
                .orElse(component.name().equals("VTODO") ? ActivityType.TASK : ActivityType.MEETING);
    }

    private int sequence() {
        String text = component.text("SEQUENCE");
        return text != null && text.strip().matches("\\d{1,9}") ? Integer.parseInt(text.strip()) : 0;
    }

    private ActivityState state() {
        String status =
                Optional.ofNullable(component.text("STATUS")).orElse("").strip().toUpperCase(Locale.ROOT);
        return switch (status) {
            case "CANCELLED" -> ActivityState.CANCELLED;
            case "COMPLETED" -> ActivityState.DONE;
            default -> ActivityState.PLANNED;
        };
    }

    private Integer reminder(Optional<When> anchor) {
        return component.parts().stream()
                .filter(part -> part.name().equals("VALARM"))
                .flatMap(alarm -> alarm.all("TRIGGER").stream())
                .flatMap(trigger -> minutes(trigger, anchor).stream())
                .filter(minutes -> minutes >= 0 && minutes <= FOUR_WEEKS)
                .map(Long::intValue)
                .findFirst()
                .orElse(null);
    }

    private Optional<Long> minutes(Component.Line trigger, Optional<When> anchor) {
        Optional<Duration> before = When.duration(trigger.value());
        if (before.isPresent()
                || anchor.isEmpty()
                || !"DATE-TIME".equals(trigger.parameters().get("VALUE"))) {
            return before.map(duration -> duration.negated().toMinutes());
        }
        When at = When.of(trigger, zones, floating);
        return Optional.of(Duration.between(
                        at.local().atZone(at.zone()),
                        anchor.get().local().atZone(anchor.get().zone()))
                .toMinutes());
    }

    private List<Attendee> attendees(List<String> unknown) {
        Map<String, Attendee> all = new LinkedHashMap<>();
        for (Component.Line line : component.all("ATTENDEE")) {
            String address = address(line);
            if (!address.isBlank()) {
                String said = line.parameters()
                        .getOrDefault("PARTSTAT", "NEEDS-ACTION")
                        .toUpperCase(Locale.ROOT);
                Optional<Reply> reply = Stream.of(Reply.values())
                        .filter(one -> one.partstat().equals(said))
                        .findFirst();
                if (reply.isEmpty()) {
                    unknown.add(address);
                }
                String name = line.parameters().get("CN");
                all.putIfAbsent(
                        address.toLowerCase(Locale.ROOT),
                        new Attendee(address, name == null || name.isBlank() ? null : name, reply.orElse(null)));
            }
        }
        return List.copyOf(all.values());
    }

    private static String address(Component.Line line) {
        String value = line.value().strip();
        if (value.regionMatches(true, 0, MAILTO, 0, MAILTO.length())) {
            return value.substring(MAILTO.length()).strip();
        }
        return value.isEmpty() ? line.parameters().getOrDefault("EMAIL", "") : value;
    }
}
