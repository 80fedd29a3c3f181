package org.colonnade.platform.store.internal.unit;

import java.util.Set;
import org.apache.openjpa.jdbc.meta.MappingRepository;

/**
 * What a unit's mapper knows of its rows. OpenJPA tells each mapper of every row that is loaded in the JVM, and a mapper never forgets a
 * name; this one listens to the names of its own, so that other functions' classes can leave. Made by OpenJPA, from a property.
 */
public final class OwnRows extends MappingRepository {

    private static final long serialVersionUID = 1L;

    private Set<String> rows = Set.of();

    /** Called with what the property holds, before any row is registered. */
    public void setRows(String names) {
        rows = Set.of(names.split(";"));
    }

    static String property(Iterable<String> rows) {
        return OwnRows.class.getName() + "(Rows=" + String.join(";", rows) + ')';
    }

    @Override
    public void register(Class<?> row) {
        if (rows.contains(row.getName())) {
            super.register(row);
        }
    }
}
