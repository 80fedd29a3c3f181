package org.colonnade.platform.api.dossier;

/** What kind of thing is to be done, or was. */
public enum ActivityType {
    TASK,
    CALL,
    MEETING,
    /** Something to remember at a time. */
    NOTE,
    EMAIL
}
