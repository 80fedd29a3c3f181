package org.colonnade.platform.privacy.internal.invariant;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Every key of {@code etc/org.colonnade.invariants.cfg}; all of them may be missing. */
@ObjectClassDefinition(
        id = InvariantConfig.PID,
        name = "Colonnade: invariants",
        description = "How the platform proves that the data of the modules agrees. A change holds at once.")
public @interface InvariantConfig {

    String PID = "org.colonnade.invariants";

    @AttributeDefinition(
            name = "Time for one",
            description = "Seconds that the check of one invariant may take; beyond them it could not be checked.",
            min = "1",
            max = "3600")
    int timeoutSeconds() default 120;

    @AttributeDefinition(
            name = "Counter-examples",
            description = "How many records are shown for which an invariant is not true.",
            min = "1",
            max = "1000")
    int counterExamples() default 20;

    @AttributeDefinition(
            name = "Kept runs",
            description = "How many runs are kept with their results; older ones are deleted.",
            min = "1",
            max = "10000")
    int keptRuns() default 100;
}
