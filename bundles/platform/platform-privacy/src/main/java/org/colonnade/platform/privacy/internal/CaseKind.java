package org.colonnade.platform.privacy.internal;

/** What is done for a person. */
public enum CaseKind {
    EXPORT,
    ERASURE,
    /** An erasure of which nothing is stored. */
    PREVIEW;

    /** Whether it asks what functions would erase or do erase. */
    public boolean erases() {
        return this != EXPORT;
    }
}
