package org.colonnade.platform.api.record;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A change of a record just before it is stored, with what filters say of it: for rules that people write down. Custom fields are stored
 * by then; what lies in tables of the function's own is asked as it lies there now.
 *
 * @since 1.2
 */
@ProviderType
public interface Turn<V extends Record> {

    /** What there was; null for a new record. */
    Kept<V> before();

    /** What shall be stored, with the id, version, times and names that it will have. */
    Kept<V> after();

    /**
     * Whether a filter held until now.
     *
     * @return false for a new record
     * @throws org.colonnade.platform.api.problem.Problem {@code platform.filter.invalid}, {@code platform.filter.unknown-field}
     */
    boolean held(String filter);

    /**
     * Whether a filter holds for what shall be stored: exactly if a list of all records, archived or not, would show it.
     *
     * @param value what the record says in the end, which may be other than {@link #after} says
     * @throws org.colonnade.platform.api.problem.Problem {@code platform.filter.invalid}, {@code platform.filter.unknown-field}
     */
    boolean holds(String filter, V value);
}
