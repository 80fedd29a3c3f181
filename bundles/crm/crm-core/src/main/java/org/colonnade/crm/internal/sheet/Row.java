package org.colonnade.crm.internal.sheet;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.ContactType;
import org.colonnade.crm.api.Identifier;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.PartyKind;
import org.colonnade.crm.api.PersonName;
import org.colonnade.crm.internal.Json;
import org.colonnade.crm.internal.card.Cards;
import org.colonnade.crm.internal.domain.PartyContent;
import org.colonnade.crm.internal.domain.PartyRule;
import org.colonnade.crm.internal.domain.PhoneRule;
import org.colonnade.crm.internal.domain.PointChange;
import org.colonnade.crm.internal.domain.Texts;

/** What one row says. Takes one row. */
final class Row {

    /** Between the notes of a party in one cell: a line with only this sign; in a note the sign is doubled. */
    static final String NOTE_SIGN = "\u241e";

    /** Between the values of one cell, as Google writes several. */
    private static final Pattern SEVERAL = Pattern.compile("\\s*:::\\s*");

    private static final Set<String> MANY = Set.of("tags", "labels", "notes", "identifiers");
    private static final Pattern TAG_END = Pattern.compile("\\n");
    private static final Pattern LABEL_END = Pattern.compile("\\s*(:::|;|\\n)\\s*");
    private static final Pattern NOTE_END = Pattern.compile("\\n" + NOTE_SIGN + "\\n");
    private static final TypeReference<List<ContactPoint>> POINTS = new TypeReference<>() {};

    private final Mapping mapping;
    private final PhoneRule phones;
    private final Map<String, String> fields = new HashMap<>();
    private final Map<String, PointCells> points = new LinkedHashMap<>();
    private final List<ContactPoint> more = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private final List<String> messages = new ArrayList<>();

    Row(Mapping mapping, PhoneRule phones) {
        this.mapping = mapping;
        this.phones = phones;
    }

    List<String> messages() {
        return messages;
    }

    void read(List<String> cells) {
        for (int i = 0; i < Math.min(cells.size(), mapping.titles().size()); i++) {
            String cell = cells.get(i).strip();
            if (!cell.isBlank()) {
                take(mapping.targets().get(i), mapping.titles().get(i).strip(), cell);
            }
        }
    }

    private void take(Target target, String title, String cell) {
        switch (target.kind()) {
            case IGNORED -> {}
            case KEPT -> keep(title, cell);
            case POINT -> points.computeIfAbsent(target.type() + " " + target.slot(), slot -> new PointCells(target))
                    .add(target, cell);
            case FIELD -> field(target.field(), title, cell);
        }
    }

    private void keep(String title, String cell) {
        kept.add(Cards.column(title, cell));
    }

    private void field(String field, String title, String cell) {
        String value =
                switch (field) {
                    case "birthday" -> SheetDate.read(cell);
                    case "language" -> cell.matches("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*") ? cell : null;
                    case "kind" -> kind(cell);
                    default -> cell;
                };
        if (value == null) {
            keep(title, cell);
            messages.add("'" + Texts.cut(cell, 60) + "' under '" + Texts.cut(title, 60)
                    + "' is not understood; it is kept as it stands.");
        } else if (field.equals("points")) {
            more(title, cell);
        } else if (!SheetDate.EMPTY.equals(value)) {
            put(field, value, title, cell);
        }
    }

    /** Of what there can be one of, the first column counts; what another one says is kept beside. */
    private void put(String field, String value, String title, String cell) {
        if (MANY.contains(field)) {
            fields.merge(field, value, (first, second) -> first + "\n" + second);
        } else if (!value.equals(fields.computeIfAbsent(field, none -> value))) {
            keep(title, cell);
        }
    }

    private void more(String title, String cell) {
        try {
            Json.read(cell, POINTS).stream()
                    .filter(Objects::nonNull)
                    .filter(point -> point.type() != null)
                    .map(PointChange::bare)
                    .forEach(more::add);
        } catch (IllegalStateException notOurs) {
            keep(title, cell);
        }
    }

    private static String kind(String cell) {
        return switch (cell.toUpperCase(Locale.ROOT)) {
            case "PERSON", "INDIVIDUAL" -> "PERSON";
            case "ORGANISATION", "ORGANIZATION", "ORG", "COMPANY" -> "ORGANISATION";
            default -> null;
        };
    }

    PartyContent content() {
        PersonName name = new PersonName(
                fields.get("name.prefix"),
                fields.get("name.given"),
                fields.get("name.additional"),
                fields.get("name.family"),
                fields.get("name.suffix"),
                fields.get("name.nickname"),
                fields.get("name.phoneticGiven"),
                fields.get("name.phoneticFamily"));
        String organisation = fields.get("organisation");
        boolean nobody = organisation != null
                && name.equals(PersonName.NONE)
                && (fields.get("displayName") == null || organisation.equals(fields.get("displayName")));
        PartyKind kind = fields.containsKey("kind")
                ? PartyKind.valueOf(fields.get("kind"))
                : nobody ? PartyKind.ORGANISATION : PartyKind.PERSON;
        List<ContactPoint> contactPoints = new ArrayList<>();
        points.values().forEach(cells -> contactPoints.addAll(cells.points(mapping)));
        contactPoints.addAll(more);
        PartyDraft draft = PartyDraft.nobody(kind)
                .revised()
                .displayName(fields.get("displayName"))
                .name(name)
                .organisation(organisation)
                .unit(fields.get("unit"))
                .jobTitle(fields.get("jobTitle"))
                .role(fields.get("role"))
                .birthday(fields.get("birthday"))
                .language(fields.get("language"))
                .timeZone(fields.get("timeZone"))
                .contactPoints(contactPoints)
                .tags(tags())
                .identifiers(identifiers())
                .draft();
        return new PartyContent(PartyRule.complete(draft, phones), Map.of(), notes(), kept);
    }

    private List<String> tags() {
        Stream<String> own = TAG_END.splitAsStream(Texts.lines(fields.getOrDefault("tags", "")));
        Stream<String> foreign = LABEL_END
                .splitAsStream(Texts.lines(fields.getOrDefault("labels", "")))
                .map(label -> label.startsWith("* ") ? label.substring(2) : label);
        return Stream.concat(own, foreign).filter(tag -> !tag.isBlank()).toList();
    }

    private List<String> notes() {
        return fields.containsKey("notes")
                ? NOTE_END.splitAsStream(Texts.lines(fields.get("notes")))
                        .map(note -> note.replace(NOTE_SIGN + NOTE_SIGN, NOTE_SIGN))
                        .filter(note -> !note.isBlank())
                        .toList()
                : List.of();
    }

    private List<Identifier> identifiers() {
        List<Identifier> identifiers = new ArrayList<>();
        if (fields.containsKey("uid")) {
            identifiers.add(new Identifier(Identifier.VCARD_UID, fields.get("uid")));
        }
        fields.forEach((field, value) -> {
            if (field.startsWith("identifier.")) {
                identifiers.add(new Identifier(field.substring("identifier.".length()), value));
            }
        });
        for (String line : fields.getOrDefault("identifiers", "").split("\n", -1)) {
            int sign = line.indexOf('=');
            if (sign > 0) {
                identifiers.add(new Identifier(line.substring(0, sign), line.substring(sign + 1)));
            }
        }
        return identifiers;
    }

    /** The values of a cell that may hold several. */
    static List<String> several(String cell) {
        return SEVERAL.splitAsStream(cell).filter(value -> !value.isBlank()).toList();
    }

    /** Whether the contact points of the type are addresses. */
    static boolean postal(ContactType type) {
        return type == ContactType.POSTAL;
    }
}
