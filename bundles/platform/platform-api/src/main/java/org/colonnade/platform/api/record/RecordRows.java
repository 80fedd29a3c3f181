package org.colonnade.platform.api.record;

import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import org.colonnade.platform.api.store.Work;
import org.osgi.annotation.versioning.ConsumerType;

/** Where records lie that need more than one row of one table. A plain record needs none: the platform keeps it by its declaration. */
@ConsumerType
public interface RecordRows<V extends Record> {

    /** Those of the records that exist, by id. */
    Map<Long, Kept<V>> load(Work work, Collection<Long> ids) throws SQLException;

    /** One record, kept from change by others until the transaction ends; null if there is none. */
    Kept<V> lock(Work work, long id) throws SQLException;

    /**
     * Puts a new or changed record into its tables.
     *
     * @param before what there is now; null for a new record
     * @param after what there shall be, with its new version, time and author
     * @return what there is now: {@code after}, with what the function itself adds
     */
    Kept<V> save(Work work, Kept<V> before, Kept<V> after) throws SQLException;

    /**
     * Takes a record out that an import made and nobody has touched since, because the import is undone.
     *
     * @return whether that could be; otherwise it is archived instead
     */
    default boolean remove(Work work, Kept<V> record) throws SQLException {
        return false;
    }
}
