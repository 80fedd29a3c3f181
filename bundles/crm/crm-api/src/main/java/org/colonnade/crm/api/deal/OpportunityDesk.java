package org.colonnade.crm.api.deal;

import java.util.List;
import java.util.function.LongConsumer;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.record.Kept;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Where opportunities go their way. Every method needs {@value #READ} or {@value #CHANGE} and answers
 * {@link org.colonnade.platform.api.problem.NotFound} {@code crm.opportunity.not-found} for an id that is none. The parameter
 * {@code expected} is given the present version and refuses if it is not the one that the caller knows.
 */
@ProviderType
public interface OpportunityDesk {

    /** The permission to see opportunities. */
    String READ = "crm.opportunity.read";

    /** The permission to add, change, move and close opportunities. */
    String CHANGE = "crm.opportunity.change";

    /** The permission to see pipelines. */
    String READ_PIPELINES = "crm.pipeline.read";

    /** One opportunity. */
    Kept<Opportunity> get(Actor actor, String id);

    /**
     * Adds an opportunity.
     *
     * @throws org.colonnade.platform.api.problem.Rejected {@code crm.opportunity.invalid}
     */
    Kept<Opportunity> create(Actor actor, OpportunityDraft draft);

    /**
     * The opportunity that a lead became: added with the first call, the same ever after. Takes part in the caller's transaction if there
     * is one over crm's tables.
     *
     * @throws org.colonnade.platform.api.problem.Rejected {@code crm.opportunity.invalid}
     */
    Kept<Opportunity> ofLead(Actor actor, Ref lead, OpportunityDraft draft);

    /**
     * Moves an open opportunity to another stage, or to a stage of another pipeline; to where it stands already changes nothing.
     *
     * @throws org.colonnade.platform.api.problem.Conflict {@code crm.opportunity.closed}, {@code crm.opportunity.archived}
     * @throws org.colonnade.platform.api.problem.Rejected {@code crm.opportunity.invalid}
     */
    Kept<Opportunity> move(Actor actor, String id, LongConsumer expected, StageMove move);

    /**
     * The sale was made.
     *
     * @throws org.colonnade.platform.api.problem.Conflict {@code crm.opportunity.closed}, {@code crm.opportunity.archived}
     */
    Kept<Opportunity> win(Actor actor, String id, LongConsumer expected, Closing closing);

    /**
     * There will be no sale.
     *
     * @throws org.colonnade.platform.api.problem.Conflict {@code crm.opportunity.closed}, {@code crm.opportunity.archived}
     * @throws org.colonnade.platform.api.problem.Rejected {@code crm.opportunity.invalid} without a reason that the pipeline knows
     */
    Kept<Opportunity> lose(Actor actor, String id, LongConsumer expected, Closing closing);

    /**
     * It is not over after all.
     *
     * @param move into which stage; null for the one where it stood last
     * @throws org.colonnade.platform.api.problem.Conflict {@code crm.opportunity.open}, {@code crm.opportunity.archived}
     * @throws org.colonnade.platform.api.problem.Rejected {@code crm.opportunity.invalid} if that stage is not active any more
     */
    Kept<Opportunity> reopen(Actor actor, String id, LongConsumer expected, StageMove move);

    /** Every step that it took, oldest first. */
    List<StageStep> steps(Actor actor, String id);
}
