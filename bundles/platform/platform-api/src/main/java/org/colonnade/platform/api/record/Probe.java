package org.colonnade.platform.api.record;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Asks filters of some stored records within a transaction. What does not lie in the records' own rows is read once for all of them, when
 * the first filter names it.
 *
 * @since 1.2
 */
@ProviderType
@FunctionalInterface
public interface Probe<V extends Record> {

    /**
     * Whether a filter holds for one of the records.
     *
     * @throws org.colonnade.platform.api.problem.Problem {@code platform.filter.invalid}, {@code platform.filter.unknown-field}
     */
    boolean holds(String filter, Kept<V> record);
}
