package org.colonnade.platform.privacy.internal;

/** Where a case is in its life. */
public enum CaseState {
    /** A function has still to answer. */
    WAITING,
    /** All have answered, and something is kept until a day that is known; then they are asked again. */
    HOLDING,
    DONE
}
