package org.colonnade.platform.api.dossier;

import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What people write about records. Asks {@link RecordAccess} for every record; a kind that nobody knows is {@code platform.record.unknown}.
 */
@ProviderType
public interface Notes {

    /** The notes about a record, the pinned ones first, then newest first. */
    Page<Note> of(Actor actor, Ref record, PageRequest page);

    /** @throws org.colonnade.platform.api.problem.NotFound {@code platform.note.not-found} */
    Note get(Actor actor, String id);

    /**
     * Writes a note.
     *
     * @throws org.colonnade.platform.api.problem.Rejected {@code platform.note.invalid}
     */
    Note add(Actor actor, Ref record, NoteDraft draft);

    /**
     * Changes a note.
     *
     * @param seen is given the present version and refuses if it is not the one that the caller knows
     * @throws org.colonnade.platform.api.problem.Rejected {@code platform.note.invalid}
     */
    Note change(Actor actor, String id, LongConsumer seen, UnaryOperator<NoteDraft> edit);

    /** Takes a note away. {@code platform.note.not-found}. */
    void remove(Actor actor, String id, LongConsumer seen);
}
