package org.colonnade.platform.api.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A resource method that needs no permission. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Open {

    /** Whom it lets in. */
    To value();

    /** Who may enter without a permission. */
    enum To {
        /** Anybody, even without a token. */
        EVERYBODY,
        /** Whoever is signed in; the operation reaches their own account only. */
        SIGNED_IN
    }
}
