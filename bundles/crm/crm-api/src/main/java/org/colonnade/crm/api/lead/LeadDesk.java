package org.colonnade.crm.api.lead;

import java.time.Instant;
import java.util.function.LongConsumer;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.record.Kept;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The way of a lead: new, contacted, qualified, converted; or disqualified, from where it can be reopened. Adding, changing and listing
 * is the record kit's ({@code crm:lead}). Every method answers {@link org.colonnade.platform.api.problem.NotFound}
 * {@code crm.lead.not-found}, and {@link org.colonnade.platform.api.problem.Conflict} {@code crm.lead.state} where the step does not lead
 * on from the state or {@code crm.lead.archived}. The consumer is told the version found, and throws if it is not the one expected.
 */
@ProviderType
public interface LeadDesk {

    /** The permission to see leads. */
    String READ = "crm.lead.read";

    /** The permission to add leads and to take them along their way. */
    String CHANGE = "crm.lead.change";

    /** Somebody has spoken to them. A new lead is contacted; from then on it is not given to anybody else by a time-out. */
    Kept<Lead> contact(Actor actor, String id, LongConsumer expected);

    /** It is worth the work of a sale. A contacted lead is qualified. */
    Kept<Lead> qualify(Actor actor, String id, LongConsumer expected);

    /**
     * It leads nowhere. Every open lead can be disqualified.
     *
     * @throws org.colonnade.platform.api.problem.Rejected {@code crm.lead.invalid}: there is no reason
     */
    Kept<Lead> disqualify(Actor actor, String id, LongConsumer expected, Disqualification why);

    /** It leads somewhere after all. A disqualified lead is contacted again if it once was, else new. */
    Kept<Lead> reopen(Actor actor, String id, LongConsumer expected);

    /**
     * Makes a party of a qualified lead, or links it with the one that is named. The second time answers what came of the first. Needs
     * {@link org.colonnade.crm.api.PartyDesk#CHANGE} to add a party, {@link org.colonnade.crm.api.PartyDirectory#READ} to link one, and
     * {@link org.colonnade.crm.api.deal.OpportunityDesk#CHANGE} to open a sale.
     *
     * @throws org.colonnade.platform.api.problem.Rejected {@code crm.lead.invalid}: the named party is not there;
     *     {@code crm.opportunity.invalid}
     */
    Conversion convert(Actor actor, String id, LongConsumer expected, ConversionWish wish);

    /** What {@link #convert} would do, and which parties may be the same; nothing is stored. */
    Conversion preview(Actor actor, String id, ConversionWish wish);

    /**
     * Why the lead has its score.
     *
     * @param at of any moment since the lead came; null for now
     */
    ScoreExplanation explain(Actor actor, String id, Instant at);
}
