package org.colonnade.platform.webhooks.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Every key of {@code etc/org.colonnade.webhooks.cfg}; all of them may be missing. */
@ObjectClassDefinition(
        id = WebhooksConfig.PID,
        name = "Colonnade: webhooks",
        description = "How events are sent to receivers outside, and how long it is tried. A change holds at once.")
public @interface WebhooksConfig {

    /** The configuration's pid. */
    String PID = "org.colonnade.webhooks";

    @AttributeDefinition(
            min = "1",
            max = "50",
            description =
                    "How many events are on their way to one receiver at the same time; those of one record never are.")
    int atOnce() default 4;

    @AttributeDefinition(
            min = "1",
            max = "1000",
            description = "How many events are on their way to all receivers at the same time, on this node.")
    int threads() default 100;

    @AttributeDefinition(min = "1", max = "20", description = "How many seconds a receiver has to answer.")
    int timeoutSeconds() default 15;

    @AttributeDefinition(
            min = "24",
            max = "720",
            description =
                    "For how many hours an event is tried that a receiver does not take although it takes others, and after how"
                            + " many hours without any success a receiver is paused.")
    int retryHours() default 72;

    @AttributeDefinition(
            min = "1",
            max = "3650",
            description = "Days for which deliveries that have ended are kept in the list.")
    int keepDays() default 7;
}
