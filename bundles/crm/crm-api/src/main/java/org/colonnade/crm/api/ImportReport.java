package org.colonnade.crm.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What became of a file.
 *
 * @param id the import's id
 * @param format {@code vcard}, {@code csv} or {@code xlsx}
 * @param dryRun whether no party was or will be stored
 * @param state where it stands
 * @param job the job that reads the file, or takes the import back: {@code /api/platform/jobs/{job}}; null where it was read without one
 * @param startedAt UTC
 * @param finishedAt when it came to its end, UTC, or null
 * @param startedBy who, as a reference
 * @param read how many cards or rows were dealt with
 * @param created how many became new parties
 * @param updated how many added something to a known party
 * @param unchanged how many were known already
 * @param refused how many were kept aside
 * @param suspected how many have suspected duplicates
 * @param reverted what the taking back did; null before
 * @param failure why it failed; null otherwise
 * @param items what became of each, in the order of the file; at most 1,000, those that need a look before the others; only in the
 *     answer of who waited for the end
 * @param itemsLeftOut how many are not shown here; ask for the import's items
 */
public record ImportReport(
        String id,
        String format,
        boolean dryRun,
        State state,
        String job,
        Instant startedAt,
        Instant finishedAt,
        String startedBy,
        long read,
        long created,
        long updated,
        long unchanged,
        long refused,
        long suspected,
        Reverted reverted,
        Failure failure,
        List<ImportItem> items,
        long itemsLeftOut) {

    public ImportReport {
        items = List.copyOf(items);
    }

    /** The same with items. */
    public ImportReport showing(List<ImportItem> some) {
        return with(state, failure, some);
    }

    /** The same in another state. @param why it failed; null where it did not */
    public ImportReport in(State other, Failure why) {
        return with(other, why, items);
    }

    private ImportReport with(State other, Failure why, List<ImportItem> some) {
        return new ImportReport(
                id,
                format,
                dryRun,
                other,
                job,
                startedAt,
                finishedAt,
                startedBy,
                read,
                created,
                updated,
                unchanged,
                refused,
                suspected,
                reverted,
                why,
                some,
                Math.max(0, read - some.size()));
    }

    /** Where an import stands. */
    public enum State {
        /** Waits for its turn. */
        QUEUED,
        /** The file is being read. */
        RUNNING,
        /** A dry run came to its end; it can be committed. */
        TRIED,
        /** All of the file is stored; it can be taken back. */
        FINISHED,
        /** It was given up; what was stored before stays and can be taken back. */
        FAILED,
        /** Somebody called it off; what was stored before stays and can be taken back. */
        CANCELLED,
        /** It ended before the file did; sending the file again goes on without making anything twice. */
        INTERRUPTED,
        /** It is being taken back. */
        REVERTING,
        /** It was taken back. */
        REVERTED;

        /** Whether nothing happens until somebody asks for it. */
        public boolean ended() {
            return this != QUEUED && this != RUNNING && this != REVERTING;
        }
    }

    /**
     * What the taking back of an import did.
     *
     * @param removed how many parties that it made are gone
     * @param restored how many parties that it changed are as they were before
     * @param kept how many stay as they are
     * @param reasons how many of them for which reason
     */
    public record Reverted(long removed, long restored, long kept, Map<ImportItem.Undone, Long> reasons) {

        public Reverted {
            reasons = Map.copyOf(reasons);
        }
    }

    /**
     * Why an import failed.
     *
     * @param code stable, for programs
     * @param sentence for people
     */
    public record Failure(String code, String sentence) {}
}
