package org.colonnade.platform.security.internal.store;

import java.util.Locale;

/** What a token is for. */
public enum TokenKind {
    /** A person who typed the password; may change the password and make API tokens. */
    SIGN_IN,
    /** A program that acts for the person, perhaps with less than the person may. */
    API;

    /** The name in the API. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
