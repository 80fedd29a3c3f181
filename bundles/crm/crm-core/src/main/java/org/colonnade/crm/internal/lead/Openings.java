package org.colonnade.crm.internal.lead;

import java.sql.SQLException;
import org.colonnade.crm.api.lead.Lead;
import org.colonnade.crm.api.lead.OpportunityWish;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.store.Work;

/** Opens the sale that shall come of a lead, within the transaction that converts it. */
@FunctionalInterface
interface Openings {

    /** Where nobody opens sales the wish goes out with the event. */
    Openings NONE = (work, actor, lead, party, wish) -> null;

    /** Opens it. @return the sale, or null */
    Ref open(Work work, Actor actor, Kept<Lead> lead, Ref party, OpportunityWish wish) throws SQLException;
}
