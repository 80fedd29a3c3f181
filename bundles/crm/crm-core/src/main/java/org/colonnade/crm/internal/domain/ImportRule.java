package org.colonnade.crm.internal.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.Identifier;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.PersonName;
import org.colonnade.crm.api.PostalAddress;

/**
 * What an import does to a party that is known already: it adds and corrects, and never takes away. A field that the file leaves empty
 * stays; a contact point that the file does not have stays; of the kept properties those of the same name are replaced.
 */
public final class ImportRule {

    private static final Pattern NAME =
            Pattern.compile("(?:[^.:;\"]+\\.)?([^:;\"]+)(?:;X-NAME=([^:;]*|\"[^\"]*\"))?", Pattern.DOTALL);

    private ImportRule() {}

    /** The party as it is after the import; equal to what it was if nothing is new. */
    public static PartyContent merge(PartyContent present, PartyContent incoming, PhoneRule phones) {
        PartyDraft was = present.draft();
        PartyDraft says = incoming.draft();
        Map<String, String> lines = new HashMap<>(present.lines());
        List<ContactPoint> points = points(was, incoming, lines);
        List<Identifier> identifiers = new ArrayList<>(new LinkedHashSet<>(was.identifiers()));
        says.identifiers().stream()
                .filter(i -> !i.scheme().equals(Identifier.VCARD_UID) || PartyRule.uid(was) == null)
                .filter(i -> !identifiers.contains(i))
                .forEach(identifiers::add);
        PartyDraft merged = was.revised()
                .kind(says.kind())
                .displayName(pick(was, says, PartyDraft::displayName))
                .name(name(was.name(), says.name()))
                .organisation(pick(was, says, PartyDraft::organisation))
                .unit(pick(was, says, PartyDraft::unit))
                .jobTitle(pick(was, says, PartyDraft::jobTitle))
                .role(pick(was, says, PartyDraft::role))
                .birthday(pick(was, says, PartyDraft::birthday))
                .language(pick(was, says, PartyDraft::language))
                .timeZone(pick(was, says, PartyDraft::timeZone))
                .contactPoints(points)
                .tags(PartyRule.union(was.tags(), says.tags()))
                .identifiers(identifiers)
                .draft();
        PartyDraft settled = PartyRule.complete(merged, phones);
        lines.keySet()
                .retainAll(
                        settled.contactPoints().stream().map(PartyContent::key).toList());
        return new PartyContent(
                settled, lines, notes(present.notes(), incoming.notes()), kept(present.kept(), incoming.kept()));
    }

    /** Whether two contents are the same but for the date of revision. */
    public static boolean same(PartyContent one, PartyContent other) {
        return ContentPrint.of(one).equals(ContentPrint.of(other));
    }

    private static List<ContactPoint> points(PartyDraft was, PartyContent incoming, Map<String, String> lines) {
        List<ContactPoint> points = new ArrayList<>(was.contactPoints());
        Set<Integer> taken = new HashSet<>();
        for (ContactPoint point : incoming.draft().contactPoints()) {
            int at = place(points, point, taken);
            if (at < 0) {
                points.add(
                        PointChange.of(PointChange.bare(point)).primary(false).make());
                at = points.size() - 1;
            } else {
                ContactPoint before = points.get(at);
                points.set(at, corrected(before, point));
                String kept = lines.remove(PartyContent.key(before));
                if (kept != null) {
                    lines.put(PartyContent.key(points.get(at)), kept);
                }
            }
            taken.add(at);
            String line = incoming.lines().get(PartyContent.key(point));
            if (line != null) {
                lines.put(PartyContent.key(points.get(at)), line);
            }
            if (point.primary()
                    && (free(points.get(at)) || points.stream().noneMatch(other -> instead(other, point)))) {
                makePrimary(points, at);
            }
        }
        return points;
    }

    /** Whether a point reaches its party every day and may be used. */
    private static boolean free(ContactPoint point) {
        return !point.doNotUse() && point.validFrom() == null && point.validTo() == null;
    }

    private static boolean instead(ContactPoint other, ContactPoint point) {
        return other.type() == point.type() && free(other);
    }

    /** The file's primary one of a type becomes the primary one. */
    private static void makePrimary(List<ContactPoint> points, int at) {
        for (int i = 0; i < points.size(); i++) {
            ContactPoint other = points.get(i);
            if (other.type() == points.get(at).type() && other.primary() != (i == at)) {
                points.set(i, PointChange.marked(other, i == at));
            }
        }
    }

    private static int place(List<ContactPoint> points, ContactPoint wanted, Set<Integer> taken) {
        int close = -1;
        for (int i = 0; i < points.size(); i++) {
            ContactPoint one = points.get(i);
            if (one.type() == wanted.type()
                    && !taken.contains(i)
                    && Objects.equals(stripped(one.value()), stripped(wanted.value()))) {
                if (one.purposes().equals(wanted.purposes())) {
                    return i;
                }
                close = close < 0 ? i : close;
            }
        }
        return close;
    }

    private static ContactPoint corrected(ContactPoint before, ContactPoint says) {
        List<String> purposes = says.purposes().isEmpty() ? before.purposes() : says.purposes();
        PostalAddress address = before.address();
        if (address != null && says.address() != null) {
            PostalAddress other = says.address();
            address = new PostalAddress(
                    better(address.poBox(), other.poBox()),
                    better(address.extended(), other.extended()),
                    better(address.street(), other.street()),
                    better(address.locality(), other.locality()),
                    better(address.region(), other.region()),
                    better(address.postalCode(), other.postalCode()),
                    better(address.country(), other.country()));
        }
        PointChange change = PointChange.of(before)
                .says(before.value(), before.normalised(), address)
                .serves(purposes, better(before.label(), says.label()));
        if (says.validFrom() != null || says.validTo() != null) {
            change.valid(says.validFrom(), says.validTo());
        }
        if (says.doNotUse()) {
            change.doNotUse(true, better(before.doNotUseReason(), says.doNotUseReason()));
        }
        return change.make();
    }

    private static PersonName name(PersonName was, PersonName says) {
        return new PersonName(
                better(was.prefix(), says.prefix()),
                better(was.given(), says.given()),
                better(was.additional(), says.additional()),
                better(was.family(), says.family()),
                better(was.suffix(), says.suffix()),
                better(was.nickname(), says.nickname()),
                better(was.phoneticGiven(), says.phoneticGiven()),
                better(was.phoneticFamily(), says.phoneticFamily()));
    }

    private static List<String> notes(List<String> present, List<String> incoming) {
        List<String> notes = new ArrayList<>(present);
        Set<String> known = new HashSet<>();
        present.forEach(note -> known.add(stripped(note)));
        incoming.stream().filter(note -> known.add(stripped(note))).forEach(notes::add);
        return notes;
    }

    private static List<String> kept(List<String> present, List<String> incoming) {
        Set<String> names = new HashSet<>();
        incoming.forEach(line -> names.add(name(line)));
        List<String> kept = new ArrayList<>(present);
        if (!new HashSet<>(present).containsAll(incoming)) {
            kept.removeIf(line -> names.contains(name(line)));
            kept.addAll(incoming);
        }
        return kept;
    }

    /** The name of a property; that of a column of a table includes the column. */
    public static String name(String line) {
        Matcher matcher = NAME.matcher(line);
        boolean found = matcher.lookingAt();
        String name = found ? matcher.group(1).toUpperCase(Locale.ROOT) : line;
        return found && matcher.group(2) != null ? name + '=' + matcher.group(2) : name;
    }

    private static String pick(PartyDraft was, PartyDraft says, Function<PartyDraft, String> field) {
        return better(field.apply(was), field.apply(says));
    }

    /** What the file says, unless it says nothing or the same. */
    private static String better(String was, String says) {
        return Texts.blank(says) || Objects.equals(stripped(was), stripped(says)) ? was : says;
    }

    private static String stripped(String text) {
        return text == null ? null : Texts.lines(text).strip();
    }
}
