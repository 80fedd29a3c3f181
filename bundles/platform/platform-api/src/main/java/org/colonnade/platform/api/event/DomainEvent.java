package org.colonnade.platform.api.event;

import org.colonnade.platform.api.Ref;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A fact that happened, in the past tense: an immutable record with ids and the few facts that listeners need. It lives in an api
 * bundle, carries {@link EventType}, and survives JSON there and back.
 */
@ConsumerType
public interface DomainEvent {

    /** The record that it happened to; events of one subject reach each reaction in order. */
    Ref subject();
}
