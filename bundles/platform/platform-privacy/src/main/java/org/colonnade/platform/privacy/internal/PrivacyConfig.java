package org.colonnade.platform.privacy.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Every key of {@code etc/org.colonnade.privacy.cfg}; all of them may be missing. */
@ObjectClassDefinition(
        id = PrivacyConfig.PID,
        name = "Colonnade: privacy",
        description =
                "How functions are asked about persons, and how much a retention rule does at once. A change holds at once.")
public @interface PrivacyConfig {

    String PID = "org.colonnade.privacy";

    @AttributeDefinition(
            name = "First pause",
            description = "Seconds until a function that could not answer is asked again; doubled after each try.",
            min = "1",
            max = "3600")
    int firstPauseSeconds() default 5;

    @AttributeDefinition(
            name = "Longest pause",
            description = "Seconds between two tries at most.",
            min = "1",
            max = "86400")
    int longestPauseSeconds() default 3600;

    @AttributeDefinition(
            name = "Exports are kept",
            description = "Days after which an export's bundle is deleted; its case stays.",
            min = "1",
            max = "365")
    int exportDays() default 14;

    @AttributeDefinition(
            name = "Retention batch",
            description = "How many records are dealt with in one transaction.",
            min = "1",
            max = "1000")
    int retentionBatch() default 100;

    @AttributeDefinition(
            name = "Retention at once",
            description = "How many records one run of a rule deals with at most; the next run goes on.",
            min = "1",
            max = "10000000")
    int retentionMost() default 100_000;
}
