package org.colonnade.platform.rest.internal.platform;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Every key of {@code etc/org.colonnade.events.cfg}; all of them may be missing. */
@ObjectClassDefinition(
        id = EventStreamConfig.PID,
        name = "Colonnade: event streams",
        description = "How many may watch the event log. A change holds at once.")
public @interface EventStreamConfig {

    /** The configuration's pid. */
    String PID = "org.colonnade.events";

    @AttributeDefinition(
            name = "Streams",
            description =
                    "How many streams of events are open on this node at the same time, of one caller a quarter of them;"
                            + " each takes a thread of the server.",
            min = "0",
            max = "1000")
    int streams() default 40;

    @AttributeDefinition(
            name = "Stream ends",
            description = "Seconds after which a stream is ended, so that its caller connects anew.",
            min = "5",
            max = "3600")
    int streamSeconds() default 600;
}
