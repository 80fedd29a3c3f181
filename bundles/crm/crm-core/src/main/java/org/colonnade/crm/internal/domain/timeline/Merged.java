package org.colonnade.crm.internal.domain.timeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.colonnade.crm.api.spi.TimelineEntry;

/**
 * One piece of a timeline, made of what each contributor told.
 *
 * @param items newest first
 * @param next where the next piece begins; null at the end
 */
public record Merged(List<TimelineEntry> items, Place next) {

    /**
     * Merges the answers. A contributor that told as many as it was asked for may have more behind its last one; what others told of that
     * time waits for the next piece.
     *
     * @param answers of each contributor, in the order of {@link Place#ORDER}
     * @param asked how many each was asked for
     * @param from where this piece begins
     * @param kinds which kinds are wanted; empty for all
     */
    public static Merged of(
            Collection<List<TimelineEntry>> answers, int asked, Place from, int limit, Set<String> kinds) {
        TimelineEntry floor = null;
        List<TimelineEntry> all = new ArrayList<>();
        for (List<TimelineEntry> answer : answers) {
            all.addAll(answer);
            if (answer.size() >= asked) {
                TimelineEntry last = answer.get(answer.size() - 1);
                floor = floor == null || Place.ORDER.compare(last, floor) < 0 ? last : floor;
            }
        }
        List<TimelineEntry> items = new ArrayList<>();
        List<TimelineEntry> passed = new ArrayList<>();
        all.sort(Place.ORDER);
        for (TimelineEntry entry : all) {
            if (!from.passed(entry)) {
                continue;
            }
            if (floor != null && Place.ORDER.compare(entry, floor) > 0) {
                break;
            }
            if (items.size() == limit) {
                return new Merged(items, behind(from, passed));
            }
            passed.add(entry);
            if (wanted(entry.kind(), kinds)) {
                items.add(entry);
            }
        }
        return new Merged(items, floor == null || passed.isEmpty() ? null : behind(from, passed));
    }

    private static Place behind(Place from, List<TimelineEntry> passed) {
        return from.behind(passed.get(passed.size() - 1), passed);
    }

    /** Whether a kind is one of these or a part of one. */
    public static boolean wanted(String kind, Set<String> kinds) {
        return kinds.isEmpty() || kinds.stream().anyMatch(one -> kind.equals(one) || kind.startsWith(one + '.'));
    }
}
