package org.colonnade.platform.records.internal;

import java.sql.SQLException;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.store.Work;

/** How a record that was decided about gets into its tables: at once, or with others. */
@FunctionalInterface
interface Keeping<V extends Record> {

    /**
     * Takes it.
     *
     * @param before what there is now; null for a new record
     * @param action what happened, for the history
     * @return what there is from now on; its id and version are final
     */
    Kept<V> keep(Work work, Kept<V> before, Kept<V> after, String action) throws SQLException;
}
