package org.colonnade.platform.jobs.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Every key of {@code etc/org.colonnade.jobs.cfg}; all of them may be missing. */
@ObjectClassDefinition(
        id = JobsConfig.PID,
        name = "Colonnade: jobs",
        description = "How many jobs run at once, how they are tried again, and how long they and their files are kept."
                + " A change holds at once.")
public @interface JobsConfig {

    /** The configuration's pid. */
    String PID = "org.colonnade.jobs";

    @AttributeDefinition(
            name = "Threads",
            description = "How many jobs this node runs at the same time; background jobs leave one free.",
            min = "1",
            max = "64")
    int threads() default 2;

    @AttributeDefinition(
            name = "Lease",
            description = "Seconds after which a job whose node gives no sign of life is taken over.",
            min = "5",
            max = "600")
    int leaseSeconds() default 15;

    @AttributeDefinition(
            name = "Attempts",
            description = "How often a job is tried without getting any further, before it is given up.",
            min = "1",
            max = "100")
    int attempts() default 3;

    @AttributeDefinition(
            name = "Retention",
            description = "Days for which a job that has ended is kept, with its files.",
            min = "1",
            max = "3650")
    int retentionDays() default 7;

    @AttributeDefinition(
            name = "Jobs of one account",
            description = "How many jobs of one account may wait or run; a further one is refused.",
            min = "1",
            max = "100000")
    int jobsPerOwner() default 100;

    @AttributeDefinition(
            name = "Files of one job",
            description = "MiB that the files of one job may have together.",
            min = "1",
            max = "1048576")
    int jobMegabytes() default 2048;

    @AttributeDefinition(
            name = "Files of all jobs",
            description = "MiB that the files of all jobs may have together.",
            min = "1",
            max = "104857600")
    int folderMegabytes() default 20480;

    @AttributeDefinition(
            name = "Streams",
            description =
                    "How many callers may watch jobs on this node at the same time; each takes a thread of the server.",
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
