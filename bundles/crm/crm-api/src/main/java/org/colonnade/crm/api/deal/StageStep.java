package org.colonnade.crm.api.deal;

import java.time.Duration;
import java.time.Instant;
import org.colonnade.platform.api.Ref;

/**
 * One step of an opportunity: it entered a stage, or was won, lost or reopened. Steps are only ever added; the last one says where it is.
 *
 * @param place counted from 1
 * @param pipeline the pipeline after the step
 * @param from the stage before; null in the first step
 * @param to the stage after
 * @param stateBefore the state before; null in the first step
 * @param state the state after
 * @param at when, UTC
 * @param by who
 * @param duration how long it was as it was before; null in the first step
 */
public record StageStep(
        int place,
        Ref pipeline,
        String from,
        String to,
        OpportunityState stateBefore,
        OpportunityState state,
        Instant at,
        Ref by,
        Duration duration) {}
