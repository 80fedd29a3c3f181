package org.colonnade.crm.internal.domain.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.Identifier;
import org.colonnade.crm.api.MergeDecision;
import org.colonnade.crm.api.MergeDecision.Answer;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.internal.domain.PartyContent;
import org.colonnade.crm.internal.domain.PartyRule;
import org.colonnade.crm.internal.domain.PhoneRule;

/**
 * Makes the parties of a merge again what they were, with every change since on the side where it belongs: a value that came from one
 * party goes back there with its change, what was added belongs to the survivor, and where both had said the same somebody decides.
 */
public final class SplitRule {

    private static final List<Answer> ANSWERS = List.of(Answer.SURVIVOR, Answer.MERGED, Answer.BOTH);

    private final List<PartyContent> before;
    private final PartyContent merged;
    private final PartyContent now;
    private final Map<String, Answer> answers;
    private final PhoneRule phones;
    private final List<MergeDecision> open = new ArrayList<>();

    private SplitRule(
            List<PartyContent> before,
            PartyContent merged,
            PartyContent now,
            Map<String, Answer> answers,
            PhoneRule phones) {
        this.before = before;
        this.merged = merged;
        this.now = now;
        this.answers = answers;
        this.phones = phones;
    }

    /**
     * What a split makes.
     *
     * @param sides the parties, the survivor first; without their notes
     * @param decisions what has to be answered; while there is any, the sides are not final
     */
    public record Result(List<PartyContent> sides, List<MergeDecision> decisions) {}

    /**
     * Splits.
     *
     * @param before the parties as they were, the survivor first
     * @param merged the survivor right after the merge
     * @param now the survivor now
     * @param answers to decisions, by their keys
     */
    public static Result split(
            List<PartyContent> before,
            PartyContent merged,
            PartyContent now,
            Map<String, Answer> answers,
            PhoneRule phones) {
        return new SplitRule(before, merged, now, answers, phones).split();
    }

    private Result split() {
        List<Map<DraftField, Object>> values = new ArrayList<>();
        before.forEach(side -> values.add(DraftField.values(side.draft())));
        boolean renamed = derived(merged.draft()) && derived(now.draft());
        for (DraftField field : DraftField.values()) {
            if (!field.same(merged.draft(), now.draft()) && !(renamed && field == DraftField.DISPLAY_NAME)) {
                change(field, values);
            }
        }
        PointSplit points = new PointSplit(before, merged, now, this::goesTo);
        List<PartyContent> sides = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            sides.add(side(i, values.get(i), points.of(i), points));
        }
        return new Result(sides, List.copyOf(open));
    }

    private void change(DraftField field, List<Map<DraftField, Object>> values) {
        Object was = field.of(merged.draft());
        Set<Integer> owners = new HashSet<>();
        for (int i = 0; was != null && i < before.size(); i++) {
            if (was.equals(field.of(before.get(i).draft()))) {
                owners.add(i);
            }
        }
        String key = field.json();
        for (int side : goesTo(owners, key, field.text(merged.draft()), field.text(now.draft()))) {
            values.get(side).put(field, field.of(now.draft()));
        }
    }

    /** Which of the parties that something came from get its change: all of them, or those that somebody named. */
    private Set<Integer> goesTo(Set<Integer> owners, String key, String was, String is) {
        if (owners.isEmpty()) {
            return Set.of(0);
        }
        if (!owners.contains(0) || owners.size() == 1) {
            return owners;
        }
        Answer answer = answers.get(key);
        if (answer == null) {
            open.add(new MergeDecision(key, was, is, ANSWERS));
        }
        Set<Integer> chosen = new HashSet<>(owners);
        chosen.removeIf(side -> answer == Answer.SURVIVOR && side != 0 || answer == Answer.MERGED && side == 0);
        return chosen;
    }

    private PartyContent side(int i, Map<DraftField, Object> values, List<ContactPoint> points, PointSplit changes) {
        PartyContent was = before.get(i);
        boolean said = !values.equals(DraftField.values(was.draft()));
        PartyDraft draft =
                DraftField.draft(was.draft().kind(), values, points, tags(i, was.draft()), identifiers(i, was.draft()));
        boolean named = Objects.equals(values.get(DraftField.DISPLAY_NAME), DraftField.DISPLAY_NAME.of(was.draft()));
        if (derived(was.draft()) && said && named) {
            draft = PartyRule.called(draft, null);
        }
        PartyDraft complete = draft.equals(was.draft()) ? was.draft() : PartyRule.complete(draft, phones);
        Map<String, String> lines = new HashMap<>(was.linesFor(complete.contactPoints()));
        changes.lines(i).forEach(lines::put);
        lines.keySet()
                .retainAll(
                        complete.contactPoints().stream().map(PartyContent::key).toList());
        return new PartyContent(complete, lines, List.of(), kept(i, was));
    }

    /** Whether what people call it is put together from its name. */
    private static boolean derived(PartyDraft draft) {
        return PartyRule.displayName(draft).equals(draft.displayName());
    }

    /** A tag that was taken away is gone from all; a new one is the survivor's. */
    private List<String> tags(int i, PartyDraft was) {
        Set<String> had = keys(merged.draft());
        Set<String> has = keys(now.draft());
        List<String> tags = new ArrayList<>(was.tags());
        tags.removeIf(tag -> had.contains(PartyRule.tagKey(tag)) && !has.contains(PartyRule.tagKey(tag)));
        if (i == 0) {
            now.draft().tags().stream()
                    .filter(tag -> !had.contains(PartyRule.tagKey(tag)))
                    .forEach(tags::add);
        }
        return tags;
    }

    private static Set<String> keys(PartyDraft draft) {
        Set<String> keys = new HashSet<>();
        draft.tags().forEach(tag -> keys.add(PartyRule.tagKey(tag)));
        return keys;
    }

    /** A party never loses its UID. */
    private List<Identifier> identifiers(int i, PartyDraft was) {
        List<Identifier> had = merged.draft().identifiers();
        List<Identifier> has = now.draft().identifiers();
        List<Identifier> all = new ArrayList<>();
        for (Identifier one : was.identifiers()) {
            Identifier carried = i == 0 ? one : MergeRule.carried(one);
            if (one.scheme().equals(Identifier.VCARD_UID) || has.contains(carried) || !had.contains(carried)) {
                all.add(one);
            }
        }
        if (i == 0) {
            boolean uid = PartyRule.uid(was) != null;
            has.stream()
                    .filter(one -> !had.contains(one) && !all.contains(one))
                    .filter(one -> !uid || !one.scheme().equals(Identifier.VCARD_UID))
                    .forEach(all::add);
        }
        return all;
    }

    private List<String> kept(int i, PartyContent was) {
        List<String> gone = new ArrayList<>(merged.kept());
        now.kept().forEach(gone::remove);
        List<String> kept = new ArrayList<>(was.kept());
        kept.removeAll(gone);
        if (i == 0) {
            List<String> added = new ArrayList<>(now.kept());
            merged.kept().forEach(added::remove);
            kept.addAll(added);
        }
        return kept;
    }

    /** The sides that had something, by a test. */
    static Set<Integer> owners(int sides, IntPredicate had) {
        Set<Integer> owners = new HashSet<>();
        IntStream.range(0, sides).filter(had).forEach(owners::add);
        return owners;
    }
}
