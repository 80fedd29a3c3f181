package org.colonnade.crm.internal.access;

import java.time.Instant;
import org.colonnade.platform.api.Ref;

/**
 * Somebody has looked at a party.
 *
 * @param at when, UTC
 * @param actor who
 * @param request names the request, as in logs and in the audit
 */
public record Look(Instant at, Ref actor, String request) {}
