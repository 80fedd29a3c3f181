package org.colonnade.crm.api.deal;

import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What is going to be sold. Counts every opportunity that has an amount and is not put away, in the whole company; who may not see single
 * amounts may still be let see their sums.
 */
@ProviderType
public interface ForecastDesk {

    /** The permission to see forecasts. */
    String READ = "crm.forecast.read";

    /**
     * The forecast.
     *
     * @throws org.colonnade.platform.api.problem.Rejected {@code crm.forecast.invalid}
     */
    Forecast forecast(Actor actor, ForecastQuery query);

    /**
     * What each opportunity adds to it, by day; those without an expected close last. Needs {@value OpportunityDesk#READ} too.
     *
     * @throws org.colonnade.platform.api.problem.Rejected {@code crm.forecast.invalid}, {@code platform.page.cursor}
     */
    Page<Forecast.Contribution> explain(Actor actor, ForecastQuery query, PageRequest page);
}
