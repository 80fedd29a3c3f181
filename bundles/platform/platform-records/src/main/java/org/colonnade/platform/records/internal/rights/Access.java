package org.colonnade.platform.records.internal.rights;

/** What a role leaves of a field, from least to most. */
public enum Access {
    /** The field is not there. */
    NONE,
    /** One sees that there is something, not what; neither filter nor sort tells more. */
    MASK,
    /** It is seen and not changed. */
    READ,
    /** It is seen and changed; what holds where nothing is said. */
    WRITE
}
