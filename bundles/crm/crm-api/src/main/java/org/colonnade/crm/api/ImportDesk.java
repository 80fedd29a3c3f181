package org.colonnade.crm.api;

import java.io.InputStream;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Where files of contacts come in. An import adds and corrects, and never takes away; a card or row that came before changes nothing.
 * Every method needs {@value #RUN} and closes no stream. A file of which nothing can be read is
 * {@link org.colonnade.platform.api.problem.Rejected} and leaves no trace: {@code crm.import.empty}, {@code crm.import.no-card},
 * {@code crm.import.no-header},
 * {@code crm.import.no-row}, {@code crm.import.no-mapping}, {@code crm.import.charset}, {@code crm.import.option}.
 */
@ProviderType
public interface ImportDesk {

    /** The permission to import and to see what became of imports. */
    String RUN = "crm.import.run";

    /** Reads vCards of version 2.1, 3.0 and 4.0, any number of them. */
    ImportReport vcards(Actor actor, InputStream file, ImportOptions options);

    /** Reads rows of comma-separated values under a header. */
    ImportReport csv(Actor actor, InputStream file, ImportOptions options);

    /** All imports, newest first, without their items. */
    Page<ImportReport> imports(Actor actor, PageRequest page);

    /** One import without its items. {@code crm.import.not-found}. */
    ImportReport get(Actor actor, String id);

    /** What became of each card or row, in the order of the file; only of one status if one is named. */
    Page<ImportItem> items(Actor actor, String id, ImportItem.Status status, PageRequest page);

    /** The refused cards or rows as they came, one after the other; rows under their header. */
    FileContent refused(Actor actor, String id);
}
