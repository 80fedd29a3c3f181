package org.colonnade.crm.api;

import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Where parties that are the same are made one, and taken apart again. Changes need {@value #MERGE}, looking needs
 * {@value PartyDirectory#READ}.
 *
 * @since 1.1
 */
@ProviderType
public interface MergeDesk {

    /** The permission to merge parties and to take merges back. */
    String MERGE = "crm.party.merge";

    /**
     * Makes parties one: contact points, tags, identifiers, notes, relationships, cards and the records of imports move to the survivor;
     * the other functions follow on {@code crm.party.merged}. The old ids answer for ever. A second time answers the same record.
     *
     * @throws org.colonnade.platform.api.problem.NotFound {@code crm.party.not-found}
     * @throws org.colonnade.platform.api.problem.Rejected {@code crm.merge.invalid} with the fields; {@code crm.merge.too-much}: one
     *     party could not hold all of it
     * @throws org.colonnade.platform.api.problem.Conflict {@code crm.party.merged}: one of them is part of another party already;
     *     {@code crm.party.archived}: the survivor is put away
     */
    Merge merge(Actor actor, MergeRequest request);

    /** What {@link #merge} would make; stores nothing. Refuses what it would refuse. */
    MergePreview preview(Actor actor, MergeRequest request);

    /**
     * Makes the two of a suspected pair one; the older one survives.
     *
     * @throws org.colonnade.platform.api.problem.NotFound {@code crm.duplicate.not-found}
     */
    Merge mergeDuplicate(Actor actor, String duplicateId);

    /** The record, with what would have to be decided to revert it. {@code crm.merge.not-found}. */
    Merge get(Actor actor, String mergeId);

    /** All records, newest first. */
    Page<Merge> list(Actor actor, PageRequest page);

    /**
     * Takes a merge back: every party is what it was, with the changes made since on the side where they belong. What was added since
     * stays with the survivor. A second time answers the same record.
     *
     * @throws org.colonnade.platform.api.problem.NotFound {@code crm.merge.not-found}
     * @throws org.colonnade.platform.api.problem.Rejected {@code crm.merge.undecided}, each decision that needs an answer as a field
     * @throws org.colonnade.platform.api.problem.Conflict {@code crm.party.merged}: the survivor has become part of another party since;
     *     revert that first. {@code crm.identifier.taken}: another party has been given an identifier that would go back
     */
    Merge revert(Actor actor, String mergeId, RevertRequest request);
}
