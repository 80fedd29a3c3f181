package org.colonnade.platform.api.web;

import java.util.Locale;

/** What an operation reaches. */
public enum Scope {
    /** Records of the caller's company. */
    COMPANY,
    /** The whole installation. */
    GLOBAL,
    /** The caller's own account. */
    SELF;

    /** The name in the API's description. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
