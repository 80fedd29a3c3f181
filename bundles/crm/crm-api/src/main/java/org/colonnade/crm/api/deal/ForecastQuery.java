package org.colonnade.crm.api.deal;

import java.time.Instant;
import java.time.LocalDate;
import org.colonnade.platform.api.Ref;

/**
 * Which forecast somebody wants; what is null does not narrow it.
 *
 * @param from the first day, inclusive
 * @param to the last day, inclusive; at most ten years after the first
 * @param by how time is counted together
 * @param pipeline only this one's opportunities
 * @param owner only those of this owner
 * @param team only those of this team
 * @param asOf as it was at this instant; null for now
 */
public record ForecastQuery(
        LocalDate from, LocalDate to, ForecastBy by, Ref pipeline, Ref owner, Ref team, Instant asOf) {}
