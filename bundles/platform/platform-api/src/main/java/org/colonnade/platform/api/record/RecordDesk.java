package org.colonnade.platform.api.record;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.store.Work;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The upkeep of one kind of record, for the function that declares it. The methods with an {@link Actor} are whole use cases with
 * permission, field rights, checks, history, audit and events; those with a {@link Work} are steps for use cases of the function's own.
 */
@ProviderType
public interface RecordDesk<V extends Record, D extends Record> {

    /** Whose upkeep this is. */
    RecordKind<V, D> kind();

    /**
     * Adds a record.
     *
     * @throws org.colonnade.platform.api.problem.Rejected {@code <module>.<type>.invalid} with the fields,
     *     {@code platform.field.not-writable}
     */
    Kept<V> create(Actor actor, D draft);

    /** One record, archived or not. @throws org.colonnade.platform.api.problem.NotFound {@code <module>.<type>.not-found} */
    Kept<V> read(Actor actor, String id);

    /**
     * A page of records.
     *
     * @throws org.colonnade.platform.api.problem.Rejected {@code platform.filter.invalid}, {@code platform.filter.unknown-field},
     *     {@code platform.sort.unknown-field}, {@code platform.page.cursor}
     */
    Page<Kept<V>> list(Actor actor, RecordQuery query);

    /**
     * Changes a record; a change that says nothing new stores nothing.
     *
     * @param expected compares the version that the caller read with the one there is
     * @param change makes the new input from the present one
     */
    Kept<V> change(Actor actor, String id, LongConsumer expected, UnaryOperator<D> change);

    /** Puts a record away; nothing of it is deleted. */
    Kept<V> archive(Actor actor, String id, LongConsumer expected);

    /** Brings an archived record back. */
    Kept<V> restore(Actor actor, String id, LongConsumer expected);

    /** The record, kept from change by others until the transaction ends. @throws org.colonnade.platform.api.problem.NotFound */
    Kept<V> locked(Work work, String id) throws SQLException;

    /**
     * The same for somebody who may change it.
     *
     * @throws org.colonnade.platform.api.problem.NotFound also where it is not in the actor's view
     * @throws org.colonnade.platform.api.problem.Forbidden {@code platform.forbidden}; {@code platform.scope.beyond} where the actor
     *     sees it but may change only others
     * @since 1.1
     */
    Kept<V> locked(Work work, Actor actor, String id) throws SQLException;

    /**
     * The record as it stands, unlocked, for somebody who may change it; it is not asked whether the actor may change any.
     *
     * @throws org.colonnade.platform.api.problem.NotFound also where it is not in the actor's view
     * @throws org.colonnade.platform.api.problem.Forbidden {@code platform.scope.beyond} where the actor sees it but may change only others
     * @since 1.1
     */
    Kept<V> changeable(Work work, Actor actor, String id) throws SQLException;

    /** Stores a new record in the running transaction, with history, audit and events. */
    Kept<V> add(Work work, V value) throws SQLException;

    /**
     * Stores what a use case decided about a {@linkplain #locked locked} record, with history, audit and events.
     *
     * @param action what happened, a verb in the past tense for the audit: {@code converted}
     */
    Kept<V> put(Work work, Kept<V> before, V after, String action) throws SQLException;

    /** Those of the records that exist, in the order of the ids. */
    List<Kept<V>> find(Work work, List<String> ids) throws SQLException;

    /**
     * Stores a new record as {@link RecordRules#decide(Turn, Work)} says, otherwise like {@link #add}.
     *
     * @since 1.2
     */
    Kept<V> decided(Work work, V wanted) throws SQLException;

    /**
     * Whether a filter holds for a record, for rules that people write down: of assignment, of scoring. Exactly if a list of all
     * records, archived or not, would show it to somebody from whom nothing is withheld.
     *
     * @param filter FIQL, as lists take it
     * @throws org.colonnade.platform.api.problem.Rejected {@code platform.filter.invalid}, {@code platform.filter.unknown-field}
     */
    boolean holds(String filter, Kept<V> record);

    /**
     * The same for many filters and several records.
     *
     * @since 1.2
     */
    Probe<V> probe(Work work, Collection<Kept<V>> records);

    /** The records as the API answers them to the actor: only the fields that it may see, with custom fields and tags. */
    List<Map<String, Object>> shown(Actor actor, List<Kept<V>> records);

    /**
     * Whether a record is in the actor's view; it is not asked whether the actor may see any.
     *
     * @since 1.1
     */
    boolean visible(Actor actor, Kept<V> record);

    /**
     * Those of the records that exist and are in the actor's view, by id; in one query.
     *
     * @since 1.1
     */
    Set<String> visible(Work work, Actor actor, Collection<String> ids) throws SQLException;

    /**
     * Whether the actor sees every record of the kind: what cannot be told of a part is for those.
     *
     * @since 1.1
     */
    boolean seesAll(Actor actor);

    /** Whether the actor may see a field as it is. */
    boolean sees(Actor actor, String field);

    /** Whether the actor may change a field. */
    boolean writes(Actor actor, String field);
}
