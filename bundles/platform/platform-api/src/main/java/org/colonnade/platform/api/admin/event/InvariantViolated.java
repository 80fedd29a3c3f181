package org.colonnade.platform.api.admin.event;

import java.util.List;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.DomainEvent;
import org.colonnade.platform.api.event.EventType;

/**
 * An invariant that held, or was never checked before, does not hold any more. Told once until it holds again.
 *
 * @param invariant {@code platform:invariant:<name>}
 * @param run the run that found it
 * @param counterExamples some records for which it is not true
 */
@EventType("platform.invariant.violated")
public record InvariantViolated(Ref invariant, Ref run, List<String> counterExamples) implements DomainEvent {

    @Override
    public Ref subject() {
        return invariant;
    }
}
