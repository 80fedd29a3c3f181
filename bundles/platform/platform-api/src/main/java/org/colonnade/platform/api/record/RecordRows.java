package org.colonnade.platform.api.record;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
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
     * Several records, kept from change by others until the transaction ends: locked in one order that all share.
     *
     * @return those that exist, by id
     * @since 1.2
     */
    default Map<Long, Kept<V>> lock(Work work, Collection<Long> ids) throws SQLException {
        Map<Long, Kept<V>> found = new HashMap<>();
        for (Long id : new TreeSet<>(ids)) {
            Kept<V> record = lock(work, id);
            if (record != null) {
                found.put(id, record);
            }
        }
        return found;
    }

    /**
     * Puts several records, all different ones, into their tables, in this order.
     *
     * @return what there is now, in the same order
     * @since 1.2
     */
    default List<Kept<V>> save(Work work, List<Step<V>> steps) throws SQLException {
        List<Kept<V>> saved = new ArrayList<>();
        for (Step<V> step : steps) {
            saved.add(save(work, step.before(), step.after()));
        }
        return saved;
    }

    /**
     * The tables beside the kind's own that grow with the records.
     *
     * @since 1.2
     */
    default List<String> tables() {
        return List.of();
    }

    /**
     * One record to be put into its tables.
     *
     * @param before what there is now; null for a new record
     * @param after what there shall be
     * @since 1.2
     */
    record Step<V extends Record>(Kept<V> before, Kept<V> after) {}

    /**
     * Takes a record out that an import made and nobody has touched since, because the import is undone.
     *
     * @return whether that could be; otherwise it is archived instead
     */
    default boolean remove(Work work, Kept<V> record) throws SQLException {
        return false;
    }
}
