package org.colonnade.crm.api;

import java.io.InputStream;
import java.time.Duration;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Where address books come in. An import adds and corrects, and never takes away; a card or row that came before changes nothing. It can
 * be tried first, and taken back as a whole.
 * Every method needs {@value #RUN} and closes no stream. A file of which nothing can be read is
 * {@link org.colonnade.platform.api.problem.Rejected} and leaves no trace: {@code crm.import.empty}, {@code crm.import.no-card},
 * {@code crm.import.no-header}, {@code crm.import.no-row}, {@code crm.import.no-mapping}, {@code crm.import.records},
 * {@code crm.import.charset}, {@code crm.import.option}, {@code platform.sheet.…}.
 */
@ProviderType
public interface ImportDesk {

    /** The permission to import, to see what became of imports and to take them back. */
    String RUN = "crm.import.run";

    /**
     * Puts the file aside, looks whether it can be read, and begins a job that reads it. The job goes on after a restart where it stood.
     *
     * @return the import as it stands; its job is {@code /api/platform/jobs/{job}}
     */
    ImportReport begin(Actor actor, FileFormat format, InputStream file, ImportOptions options);

    /** The same work within the call, for small files of callers inside of the platform. */
    ImportReport take(Actor actor, FileFormat format, InputStream file, ImportOptions options);

    /**
     * Does what a dry run has tried, with the file that was sent for it.
     *
     * @throws org.colonnade.platform.api.problem.Conflict {@code crm.import.not-tried}: this was no dry run, or it has not ended well;
     *     {@code crm.import.file-gone}: the file is not kept any more
     */
    ImportReport commit(Actor actor, String id);

    /**
     * Begins a job that takes a whole import back: parties that it made and nobody has touched since go, those that it changed are as they
     * were before unless they were changed since. What stays is counted with the reason.
     *
     * @throws org.colonnade.platform.api.problem.Conflict {@code crm.import.not-ended}, {@code crm.import.reverted},
     *     {@code crm.import.nothing-stored} for a dry run
     */
    ImportReport revert(Actor actor, String id);

    /**
     * The import as soon as it has ended or the time is over, with its items if it has ended. Answers at once where too many wait already.
     *
     * @param atMost up to a minute
     */
    ImportReport await(Actor actor, String id, Duration atMost);

    /** All imports, newest first, without their items. */
    Page<ImportReport> imports(Actor actor, PageRequest page);

    /** One import without its items. {@code crm.import.not-found}. */
    ImportReport get(Actor actor, String id);

    /** What became of each card or row, in the order of the file; only of one status if one is named. */
    Page<ImportItem> items(Actor actor, String id, ImportItem.Status status, PageRequest page);

    /** The refused cards or rows as they came, one after the other; rows under their header. */
    FileContent refused(Actor actor, String id);

    /** A table of the refused cards or rows: place, line, code, reasons, and what came. */
    FileContent errors(Actor actor, String id);
}
