package org.colonnade.platform.api.schedule;

/** What becomes of a planned instant while the job of an earlier one has not ended. */
public enum Overlap {
    /** It makes no job and is written down as left out. */
    SKIP,
    /** Its job is made as soon as the earlier one has ended, in the order of the instants. */
    QUEUE,
    /** Its job is made at once. */
    ALLOW
}
