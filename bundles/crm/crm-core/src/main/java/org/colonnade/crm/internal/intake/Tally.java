package org.colonnade.crm.internal.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.colonnade.crm.api.ImportItem;
import org.colonnade.crm.api.ImportReport;

/** Counts what became of the cards or rows, and remembers those that somebody should look at before the others. */
final class Tally {

    private static final int SHOWN = 1_000;

    private final Map<ImportItem.Status, Long> counts = new EnumMap<>(ImportItem.Status.class);
    private final List<ImportItem> noteworthy = new ArrayList<>();
    private final List<ImportItem> smooth = new ArrayList<>();
    private long suspected;

    void add(Collection<ImportItem> items) {
        for (ImportItem item : items) {
            counts.merge(item.status(), 1L, Long::sum);
            suspected += item.suspects().isEmpty() ? 0 : 1;
            boolean look = item.status() == ImportItem.Status.REFUSED
                    || !item.suspects().isEmpty()
                    || !item.messages().isEmpty();
            List<ImportItem> list = look ? noteworthy : smooth;
            if (list.size() < SHOWN) {
                list.add(item);
            }
        }
    }

    /** The report as it is now. */
    ImportReport report(String id, String format, Instant startedAt, Instant finishedAt, String actor) {
        List<ImportItem> shown = new ArrayList<>(noteworthy);
        shown.addAll(smooth.subList(0, Math.min(smooth.size(), SHOWN - shown.size())));
        shown.sort(Comparator.comparing(ImportItem::position));
        long read = counts.values().stream().mapToLong(Long::longValue).sum();
        ImportReport.State state = finishedAt == null ? ImportReport.State.RUNNING : ImportReport.State.FINISHED;
        return new ImportReport(
                id,
                format,
                id == null,
                state,
                startedAt,
                finishedAt,
                actor,
                read,
                count(ImportItem.Status.CREATED),
                count(ImportItem.Status.UPDATED),
                count(ImportItem.Status.UNCHANGED),
                count(ImportItem.Status.REFUSED),
                suspected,
                shown,
                read - shown.size());
    }

    private long count(ImportItem.Status status) {
        return counts.getOrDefault(status, 0L);
    }
}
