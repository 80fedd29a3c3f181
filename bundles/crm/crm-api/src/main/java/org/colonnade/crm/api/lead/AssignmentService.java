package org.colonnade.crm.api.lead;

import org.colonnade.platform.api.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Decides who looks after a lead. Two leads at once never get more to one person than their capacity allows; whom a person names by hand
 * gets the lead whatever the capacity says. Answers {@link org.colonnade.platform.api.problem.NotFound} {@code crm.lead.not-found}.
 */
@ProviderType
public interface AssignmentService {

    /** The permission to have a lead assigned. */
    String ASSIGN = "crm.lead.assign";

    /**
     * Gives the lead to whom the wish names, or to whom the rules choose. Where no rule finds anybody, the owner stays.
     *
     * @throws org.colonnade.platform.api.problem.Rejected {@code crm.lead.invalid}: the owner is no user
     * @throws org.colonnade.platform.api.problem.Conflict {@code crm.lead.state}: it is converted or disqualified;
     *     {@code crm.lead.archived}
     */
    AssignmentDecision assign(Actor actor, String lead, AssignmentWish wish);

    /** What {@link #assign} would decide now; nothing is stored, and the turn of the round stays where it is. */
    AssignmentDecision preview(Actor actor, String lead, AssignmentWish wish);

    /**
     * The last decision about the lead.
     *
     * @throws org.colonnade.platform.api.problem.NotFound {@code crm.assignment.not-found}: there was none
     */
    AssignmentDecision explain(Actor actor, String lead);
}
