package org.colonnade.platform.privacy.internal.invariant;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Every key of {@code etc/org.colonnade.invariants.cfg}; all of them may be missing. */
@ObjectClassDefinition(
        id = InvariantConfig.PID,
        name = "Colonnade: invariants",
        description = "When the platform proves that the data of the modules agrees. A change holds at once.")
public @interface InvariantConfig {

    String PID = "org.colonnade.invariants";

    @AttributeDefinition(
            name = "Schedule",
            description = "When all invariants are checked by themselves: daily, interval or off.",
            options = {@Option("daily"), @Option("interval"), @Option("off")})
    String schedule() default "daily";

    @AttributeDefinition(name = "At", description = "The time of day for the schedule daily, such as 03:00.")
    String at() default "03:00";

    @AttributeDefinition(
            name = "Zone",
            description = "The time zone of that time of day, such as Asia/Bangkok; the machine's own if empty.")
    String zone() default "";

    @AttributeDefinition(
            name = "Every",
            description = "Minutes between two checks for the schedule interval.",
            min = "1",
            max = "10080")
    int everyMinutes() default 60;

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
