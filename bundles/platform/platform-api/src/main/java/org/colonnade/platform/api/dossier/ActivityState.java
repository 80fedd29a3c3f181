package org.colonnade.platform.api.dossier;

/** Where an activity stands; what is done or cancelled stays so. */
public enum ActivityState {
    PLANNED,
    DONE,
    CANCELLED
}
