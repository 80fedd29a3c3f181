package org.colonnade.platform.schedules.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Every key of {@code etc/org.colonnade.schedules.cfg}; all of them may be missing. */
@ObjectClassDefinition(
        id = SchedulesConfig.PID,
        name = "Colonnade: schedules",
        description = "When a planned instant counts as missed, and how long firings are kept. A change holds at once.")
public @interface SchedulesConfig {

    String PID = "org.colonnade.schedules";

    @AttributeDefinition(
            name = "Late",
            description =
                    "Seconds by which a planned instant may be late and is still in time; later it counts as missed.",
            min = "5",
            max = "3600")
    int lateSeconds() default 60;

    @AttributeDefinition(
            name = "Firings are kept",
            description = "Days for which it is kept what became of planned instants.",
            min = "2",
            max = "3650")
    int keptDays() default 90;
}
