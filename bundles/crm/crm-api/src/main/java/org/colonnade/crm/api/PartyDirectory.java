package org.colonnade.crm.api;

import java.util.List;
import java.util.Optional;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Where parties are looked up. Every method that takes an actor needs {@value #READ}
 * ({@link org.colonnade.platform.api.problem.Forbidden} otherwise) and answers
 * {@link org.colonnade.platform.api.problem.NotFound} {@code crm.party.not-found} for an id that is none.
 */
@ProviderType
public interface PartyDirectory {

    /** The permission to look parties up. */
    String READ = "crm.party.read";

    /** The party with the id, archived or not; one that was merged names the party that it is now, see {@link Party#mergedInto()}. */
    Party get(Actor actor, String id);

    /** The party that a reference points at, for one that was merged the living one; empty if it is none of crm's or not there. */
    Optional<Party> find(Actor actor, Ref party);

    /**
     * Parties in the order of their names.
     *
     * @throws org.colonnade.platform.api.problem.Rejected {@code crm.search.too-long}: the text has more than 500 characters
     */
    Page<Party> search(Actor actor, PartyQuery query, PageRequest page);

    /** What people call the party; the reference's id if it is not there. For labels: asks for no permission. */
    String displayName(Ref party);

    /** What was written about the party, newest first. */
    Page<Note> notes(Actor actor, String id, PageRequest page);

    /** How the party stands to others, archived ones included. */
    List<Relationship> relationships(Actor actor, String id);

    /** Which others may be the same; those that were rejected are left out. */
    List<Suspect> suspects(Actor actor, String id);

    /** Every tag in use, in the order of the alphabet. */
    List<Tag> tags(Actor actor);

    /** The pairs that may be one party, newest first. */
    Page<Duplicate> duplicates(Actor actor, Duplicate.State state, PageRequest page);
}
