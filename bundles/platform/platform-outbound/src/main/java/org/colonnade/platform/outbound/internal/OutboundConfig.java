package org.colonnade.platform.outbound.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Every key of {@code etc/org.colonnade.outbound.cfg}; all of them may be missing. */
@ObjectClassDefinition(
        id = OutboundConfig.PID,
        name = "Colonnade: outbound calls",
        description = "Which places outside may be called, such as the receivers of webhooks. A change holds at once.")
public @interface OutboundConfig {

    /** The configuration's pid. */
    String PID = "org.colonnade.outbound";

    @AttributeDefinition(
            description = "Whether plain http is called too, for receivers on this machine or in a network of its own.")
    boolean http() default false;

    @AttributeDefinition(
            description =
                    "The hosts that may be called, with commas between them: hooks.example.com, *.example.org. Empty: every host"
                            + " with a public address.")
    String[] hosts() default {};

    @AttributeDefinition(
            description =
                    "Ranges of private addresses that may be called although they are private, in CIDR notation: 10.1.0.0/16,"
                            + " fd12::/64. Empty: none.")
    String[] networks() default {};

    @AttributeDefinition(
            min = "1",
            max = "60",
            description = "How many seconds the other side has to take the connection.")
    int connectSeconds() default 5;

    @AttributeDefinition(min = "1", max = "1000", description = "How many connections are open at the same time.")
    int connections() default 200;
}
