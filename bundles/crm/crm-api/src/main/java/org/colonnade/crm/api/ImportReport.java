package org.colonnade.crm.api;

import java.time.Instant;
import java.util.List;

/**
 * What became of a file.
 *
 * @param id the import's id; null for a dry run, of which nothing is stored
 * @param format {@code vcard} or {@code csv}
 * @param dryRun whether nothing was stored
 * @param state whether it came to its end
 * @param startedAt UTC
 * @param finishedAt UTC, or null
 * @param startedBy who, as a reference
 * @param read how many cards or rows there were
 * @param created how many became new parties
 * @param updated how many added something to a known party
 * @param unchanged how many were known already
 * @param refused how many were kept aside
 * @param suspected how many have suspected duplicates
 * @param items what became of each, in the order of the file; at most 1,000, those that need a look before the others
 * @param itemsLeftOut how many are not shown here; ask for the import's items
 */
public record ImportReport(
        String id,
        String format,
        boolean dryRun,
        State state,
        Instant startedAt,
        Instant finishedAt,
        String startedBy,
        long read,
        long created,
        long updated,
        long unchanged,
        long refused,
        long suspected,
        List<ImportItem> items,
        long itemsLeftOut) {

    public ImportReport {
        items = List.copyOf(items);
    }

    /** Whether it came to its end. */
    public enum State {
        RUNNING,
        FINISHED,
        /** It ended before the file did; sending the file again goes on without making anything twice. */
        INTERRUPTED
    }
}
