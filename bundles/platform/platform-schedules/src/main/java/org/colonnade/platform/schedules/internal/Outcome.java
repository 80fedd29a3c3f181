package org.colonnade.platform.schedules.internal;

/** What became of a planned instant. */
public enum Outcome {
    /** Its job was made in time. */
    FIRED,
    /** Its job was made later than planned. */
    CAUGHT_UP,
    /** Somebody asked for it by hand. */
    ASKED,
    /** Its job is made when that of an earlier one has ended. */
    QUEUED,
    /** Nothing could fire it in time, and it is not made up for. */
    MISSED,
    /** The job of an earlier one had not ended. */
    OVERLAPPED,
    /** Its job could not be made: the owner is gone or may not. */
    REFUSED
}
