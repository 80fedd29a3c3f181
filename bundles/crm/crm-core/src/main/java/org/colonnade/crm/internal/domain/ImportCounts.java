package org.colonnade.crm.internal.domain;

import java.util.Collection;
import org.colonnade.crm.api.ImportItem;

/**
 * What became of the cards or rows of a file so far; the checkpoint of its job.
 *
 * @param read how many were dealt with
 * @param created how many became new parties
 * @param updated how many added something to a known party
 * @param unchanged how many were known already
 * @param refused how many were kept aside
 * @param suspected how many have suspected duplicates
 */
public record ImportCounts(long read, long created, long updated, long unchanged, long refused, long suspected) {

    /** Before the first. */
    public static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, 0, 0);

    /** The same and these. */
    public ImportCounts plus(Collection<ImportItem> items) {
        return new ImportCounts(
                read + items.size(),
                created + count(items, ImportItem.Status.CREATED),
                updated + count(items, ImportItem.Status.UPDATED),
                unchanged + count(items, ImportItem.Status.UNCHANGED),
                refused + count(items, ImportItem.Status.REFUSED),
                suspected
                        + items.stream()
                                .filter(item -> !item.suspects().isEmpty())
                                .count());
    }

    private static long count(Collection<ImportItem> items, ImportItem.Status status) {
        return items.stream().filter(item -> item.status() == status).count();
    }
}
