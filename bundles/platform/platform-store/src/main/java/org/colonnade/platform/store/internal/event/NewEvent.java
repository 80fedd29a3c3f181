package org.colonnade.platform.store.internal.event;

import java.time.Instant;

/**
 * An event on its way into the log.
 *
 * @param id its TSID
 * @param company in which company it happened; {@link org.colonnade.platform.api.Caller#EVERY_COMPANY} for what belongs to none alone
 * @param type its name in the log
 * @param subject the record's reference
 * @param at when its transaction began
 * @param actor who
 * @param requestId the request that did it
 * @param data the event as JSON
 */
public record NewEvent(
        long id, long company, String type, String subject, Instant at, String actor, String requestId, String data) {}
