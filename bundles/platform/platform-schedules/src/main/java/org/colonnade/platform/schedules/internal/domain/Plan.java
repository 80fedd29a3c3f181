package org.colonnade.platform.schedules.internal.domain;

import java.time.Instant;

/** When something is planned: instants in order, each of them once. Does not change, and may be used by several threads. */
@FunctionalInterface
public interface Plan {

    /** The first planned instant after the moment; null if there is none. */
    Instant after(Instant moment);
}
