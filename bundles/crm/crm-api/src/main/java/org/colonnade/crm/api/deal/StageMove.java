package org.colonnade.crm.api.deal;

import org.colonnade.platform.api.Ref;

/**
 * Where an opportunity goes.
 *
 * @param stage the key of an active stage
 * @param pipeline another pipeline; null to stay on this one
 */
public record StageMove(String stage, Ref pipeline) {}
