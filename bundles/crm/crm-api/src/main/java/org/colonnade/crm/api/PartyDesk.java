package org.colonnade.crm.api;

import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import org.colonnade.platform.api.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Where parties are changed. Every method needs {@value #CHANGE} ({@link org.colonnade.platform.api.problem.Forbidden} otherwise) and
 * answers {@link org.colonnade.platform.api.problem.NotFound} {@code crm.party.not-found} for an id that is none.
 */
@ProviderType
public interface PartyDesk {

    /** The permission to change parties. */
    String CHANGE = "crm.party.change";

    /**
     * Adds a party.
     *
     * @throws org.colonnade.platform.api.problem.Rejected {@code crm.party.invalid} with the fields
     * @throws org.colonnade.platform.api.problem.Conflict {@code crm.identifier.taken}
     */
    Party create(Actor actor, PartyDraft draft);

    /**
     * Changes a party; a change that changes nothing leaves the version as it is.
     *
     * @param expected is told the version found, and throws if it is not the one that the caller read
     * @param change makes the party that shall be from the one that is
     * @throws org.colonnade.platform.api.problem.Rejected {@code crm.party.invalid} with the fields
     * @throws org.colonnade.platform.api.problem.Conflict {@code crm.identifier.taken}, {@code crm.party.archived}
     */
    Party change(Actor actor, String id, LongConsumer expected, UnaryOperator<PartyDraft> change);

    /** Puts the party away: lists do not show it any more, references to it stay. Does nothing if it is away already. */
    Party archive(Actor actor, String id, LongConsumer expected);

    /** Brings an archived party back. Does nothing if it is not archived. */
    Party restore(Actor actor, String id);

    /**
     * Writes something down about the party.
     *
     * @throws org.colonnade.platform.api.problem.Rejected {@code crm.note.invalid}
     * @throws org.colonnade.platform.api.problem.Conflict {@code crm.note.too-many}
     */
    Note addNote(Actor actor, String id, NoteDraft draft);

    /**
     * Writes a note anew; a change that says nothing new leaves its version as it is.
     *
     * @param expected is told the version found, and throws if it is not the one that the caller read
     * @param change makes the note that shall be from the one that is
     * @throws org.colonnade.platform.api.problem.Rejected {@code crm.note.invalid}
     * @throws org.colonnade.platform.api.problem.NotFound {@code crm.note.not-found}
     */
    Note changeNote(Actor actor, String id, String noteId, LongConsumer expected, UnaryOperator<NoteDraft> change);

    /** Takes a note away. {@code crm.note.not-found}. */
    void removeNote(Actor actor, String id, String noteId);

    /**
     * Says how two parties stand to each other.
     *
     * @throws org.colonnade.platform.api.problem.Rejected {@code crm.relationship.invalid}
     * @throws org.colonnade.platform.api.problem.Conflict {@code crm.relationship.exists}, {@code crm.relationship.too-many}
     */
    Relationship relate(Actor actor, String id, RelationshipDraft draft);

    /** Takes a relationship away. {@code crm.relationship.not-found}. */
    void unrelate(Actor actor, String id, String relationshipId);

    /** Remembers for ever that the two of a pair are not the same. {@code crm.duplicate.not-found}. */
    Duplicate notTheSame(Actor actor, String duplicateId);
}
