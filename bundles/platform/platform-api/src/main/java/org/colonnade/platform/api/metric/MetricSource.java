package org.colonnade.platform.api.metric;

import org.osgi.annotation.versioning.ConsumerType;

/** Measures something of the running platform. A service; {@code GET /metrics} asks all of them. */
@ConsumerType
public interface MetricSource {

    /** What is measured, in one word: {@code store}, {@code jobs}. */
    String name();

    /**
     * Measures now. It is asked every few seconds, so it reads no more than a little; what it throws makes it count as not up, and takes
     * nothing from the others.
     */
    void measure(Readings readings) throws Exception;
}
