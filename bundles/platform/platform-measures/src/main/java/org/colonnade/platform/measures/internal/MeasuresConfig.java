package org.colonnade.platform.measures.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What an administrator may set; the file is {@code etc/org.colonnade.measures.cfg}. */
@ObjectClassDefinition(id = MeasuresConfig.PID, name = "Colonnade measures", description = "Exchange rates")
public @interface MeasuresConfig {

    /** The configuration's name. */
    String PID = "org.colonnade.measures";

    @AttributeDefinition(
            name = "Pivot currency",
            description =
                    "By way of which currency of ISO 4217 an amount goes where there is no rate between two others.")
    String pivot() default "EUR";

    @AttributeDefinition(
            name = "Maximum age",
            description = "How many days the last rate may be older than the day that is asked for.")
    int maximumAge() default 10;

    @AttributeDefinition(
            name = "Maximum age of monthly rates",
            description = "The same for rates of the types CUSTOMS and MONTH_END.")
    int maximumAgeMonthly() default 62;
}
