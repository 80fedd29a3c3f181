package org.colonnade.crm.internal.domain.timeline;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import org.colonnade.crm.api.spi.TimelineEntry;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.PageRequest;

/**
 * Where a piece of a timeline ended: only what stands behind it comes next.
 *
 * @param at the instant of the last entry; null before the first piece
 * @param id the id of the last entry; empty to begin before the instant
 * @param seen how many entries of that instant were shown already
 */
public record Place(Instant at, String id, int seen) {

    /** Newest first; of the same instant the greater id first. */
    public static final Comparator<TimelineEntry> ORDER = Comparator.comparing(TimelineEntry::at)
            .thenComparing(TimelineEntry::id)
            .reversed();

    private static final int MOST_SEEN = 10_000;
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    /** Reads what a caller sends. @throws org.colonnade.platform.api.problem.Rejected {@code crm.timeline.invalid} */
    public static Place parse(String before) {
        if (before == null || before.isEmpty()) {
            return new Place(END, "", 0);
        }
        try {
            if (before.indexOf(':') > 0) {
                return new Place(Instant.parse(before), "", 0);
            }
            List<String> keys = new PageRequest(1, before).keys(3);
            int seen = Integer.parseInt(keys.get(2));
            if (seen >= 0 && seen <= MOST_SEEN) {
                return new Place(Instant.parse(keys.get(0)), keys.get(1), seen);
            }
        } catch (DateTimeParseException | NumberFormatException | org.colonnade.platform.api.problem.Rejected made) {
            // falls through to the refusal
        }
        new Fields()
                .wrong("before", "is neither an instant nor the 'next' of a timeline")
                .orReject("crm.timeline.invalid");
        throw new IllegalStateException();
    }

    /** The text that {@link #parse} reads. */
    public String text() {
        return PageRequest.cursor(at, id, seen);
    }

    /** Before which instant contributors are asked: entries of the last one's own instant may still be to come. */
    public Instant asked() {
        return id.isEmpty() ? at : at.plusNanos(1_000);
    }

    /** Whether the entry stands behind this place. */
    boolean passed(TimelineEntry entry) {
        int order = entry.at().compareTo(at);
        return order < 0 || order == 0 && !id.isEmpty() && entry.id().compareTo(id) < 0;
    }

    /** The place behind an entry, when these were shown up to it. */
    Place behind(TimelineEntry last, List<TimelineEntry> shown) {
        int here = (int) shown.stream().filter(one -> one.at().equals(last.at())).count();
        return new Place(last.at(), last.id(), last.at().equals(at) ? Math.min(MOST_SEEN, seen + here) : here);
    }
}
