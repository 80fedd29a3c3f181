package org.colonnade.platform.api.job;

/** Who goes first. */
public enum JobPriority {
    /** Somebody waits for it. */
    NORMAL,
    /** Nobody does: it runs when nothing else wants to, and never takes the last thread. */
    LOW
}
