package org.colonnade.platform.api.privacy;

/** What becomes of a record whose time is over. */
public enum RetentionAction {
    ERASE,
    ANONYMISE,
    ARCHIVE
}
