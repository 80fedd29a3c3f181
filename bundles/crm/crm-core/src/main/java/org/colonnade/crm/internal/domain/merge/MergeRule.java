package org.colonnade.crm.internal.domain.merge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.Identifier;
import org.colonnade.crm.api.MergeField;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.internal.domain.ImportRule;
import org.colonnade.crm.internal.domain.PartyContent;
import org.colonnade.crm.internal.domain.PartyRule;
import org.colonnade.crm.internal.domain.PhoneRule;
import org.colonnade.platform.api.Ref;

/**
 * Makes one party of several. Of a field with one value the survivor's is taken, or where it has none that of the first other
 * that has one, unless somebody chose; of everything else the survivor gets what it does not have yet.
 */
public final class MergeRule {

    private MergeRule() {}

    /**
     * A party before the merge.
     *
     * @param ref which one
     * @param content all of it; of what it kept from cards only what still fits the result
     */
    public record Side(Ref ref, PartyContent content) {}

    /**
     * What a merge makes.
     *
     * @param content the survivor's new content
     * @param fields where the parties say different things
     */
    public record Result(PartyContent content, List<MergeField> fields) {}

    /** Whether a field can be chosen. */
    public static boolean knows(String field) {
        return DraftField.of(field) != null;
    }

    /**
     * Merges.
     *
     * @param sides the parties, the survivor first
     * @param chosen for fields the party whose value is taken
     * @param today on which day a contact point has to serve to come first
     */
    public static Result merge(List<Side> sides, Map<String, Ref> chosen, PhoneRule phones, LocalDate today) {
        PartyContent survivor = sides.get(0).content();
        Map<DraftField, Object> values = DraftField.values(survivor.draft());
        List<MergeField> fields = new ArrayList<>();
        for (DraftField field : DraftField.values()) {
            Side from = from(sides, field, chosen.get(field.json()));
            if (from != null) {
                values.put(field, field.of(from.content().draft()));
                said(sides, field, from, fields);
            }
        }
        List<ContactPoint> points = new ArrayList<>();
        List<String> tags = survivor.draft().tags();
        Set<Identifier> identifiers = new LinkedHashSet<>();
        Map<String, String> lines = new HashMap<>(survivor.lines());
        for (int i = 0; i < sides.size(); i++) {
            PartyContent side = sides.get(i).content();
            points(points, side, lines);
            tags = PartyRule.union(tags, side.draft().tags());
            boolean stays = i == 0;
            side.draft().identifiers().forEach(one -> identifiers.add(stays ? one : carried(one)));
        }
        PartyDraft draft = PartyRule.complete(
                DraftField.draft(survivor.draft().kind(), values, points, tags, List.copyOf(identifiers)),
                phones,
                today);
        lines.keySet()
                .retainAll(draft.contactPoints().stream().map(PartyContent::key).toList());
        return new Result(new PartyContent(draft, lines, survivor.notes(), kept(sides)), List.copyOf(fields));
    }

    /** A party has one UID; that of another becomes an identifier by which its card is still known. */
    static Identifier carried(Identifier identifier) {
        return identifier.scheme().equals(Identifier.VCARD_UID)
                ? new Identifier(Identifier.MERGED_UID, identifier.value())
                : identifier;
    }

    private static Side from(List<Side> sides, DraftField field, Ref chosen) {
        return sides.stream()
                .filter(side -> chosen == null
                        ? field.of(side.content().draft()) != null
                        : side.ref().equals(chosen))
                .findFirst()
                .orElse(null);
    }

    private static void said(List<Side> sides, DraftField field, Side from, List<MergeField> fields) {
        Map<String, String> values = new LinkedHashMap<>();
        sides.stream()
                .filter(side -> field.of(side.content().draft()) != null)
                .forEach(side ->
                        values.put(side.ref().id(), field.text(side.content().draft())));
        boolean differ = sides.stream()
                .anyMatch(side ->
                        !field.same(side.content().draft(), from.content().draft()));
        if (differ) {
            fields.add(new MergeField(field.json(), values, from.ref()));
        }
    }

    private static void points(List<ContactPoint> points, PartyContent side, Map<String, String> lines) {
        Map<String, Integer> known = new HashMap<>();
        for (int i = 0; i < points.size(); i++) {
            known.putIfAbsent(Points.key(points.get(i)), i);
        }
        for (ContactPoint point : side.draft().contactPoints()) {
            Integer same = known.get(Points.key(point));
            if (same != null) {
                points.set(same, Points.together(points.get(same), point));
            } else {
                points.add(point);
                String line = side.line(point);
                if (line != null) {
                    lines.putIfAbsent(PartyContent.key(point), line);
                }
            }
        }
    }

    /** Of the properties without a field those of a name that no earlier party has. */
    private static List<String> kept(List<Side> sides) {
        List<String> all = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Side side : sides) {
            List<String> more = side.content().kept().stream()
                    .filter(line -> !names.contains(ImportRule.name(line)))
                    .toList();
            all.addAll(more);
            more.forEach(line -> names.add(ImportRule.name(line)));
        }
        return all;
    }
}
