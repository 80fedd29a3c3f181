package org.colonnade.platform.api.dossier;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.store.Work;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The values of custom fields, read and written with the record that has them: inside a transaction of whichever function keeps it, after
 * that function has asked for the right to the record. The rights to single fields are asked for here. Definitions are remembered; a
 * change on another node counts after two seconds at the latest.
 */
@ProviderType
public interface CustomFields {

    /** The permission to make and change definitions. */
    String CHANGE = "platform.custom-fields.change";

    /** The active fields of a kind, in their order. */
    List<CustomField> definitions(Ref kind);

    /** Whether the actor may see the field. */
    boolean mayRead(Actor actor, CustomField field);

    /** Whether the actor may change the field. */
    boolean mayWrite(Actor actor, CustomField field);

    /**
     * The values of many records of one kind that the actor may see, in one query.
     *
     * @param kind a reference of which only module and type are looked at
     * @param ids the records' ids
     * @return by id, name and value as {@link FieldType} says; records and fields without a value are missing
     */
    Map<String, Map<String, Object>> read(Work work, Ref kind, Collection<String> ids, Actor actor);

    /**
     * Sets the values of a record. The map holds them as they shall be: what the actor may see and the map does not have, or has as null,
     * is cleared; what the actor may not see stays.
     *
     * @param values by name: typed, or as JSON brings them
     * @param faults what is wrong is noted under {@code custom.<name>}; if anything is, nothing is stored
     * @return the values by name before, those that are changed only; empty if nothing was
     * @throws org.colonnade.platform.api.problem.Forbidden if a field is to be changed without its permission
     */
    Map<String, Object> write(Work work, Ref record, Map<String, Object> values, Actor actor, Fields faults);

    /** As the five-argument one, throwing what is wrong as {@code platform.custom.invalid}. */
    Map<String, Object> write(Work work, Ref record, Map<String, Object> values, Actor actor);

    /**
     * Where a list looks when it filters or sorts by a custom field.
     *
     * @return empty if the kind has no such field, or the actor may not see it: the two look the same
     */
    Optional<Lookup> lookup(Ref kind, String name, Actor actor);
}
