package org.colonnade.crm.api.lead;

import java.time.Instant;

/**
 * A score rule holds for a lead.
 *
 * @param rule the rule's id
 * @param edition which of the rule's conditions, see {@link ScoreRule#edition()}
 * @param since from when on, UTC
 */
public record Signal(String rule, long edition, Instant since) {}
