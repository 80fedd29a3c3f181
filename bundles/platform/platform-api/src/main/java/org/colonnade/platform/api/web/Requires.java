package org.colonnade.platform.api.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The permission without which a resource method is not entered. Shown in the API's description as {@code x-permission}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Requires {

    /** The permission's name, as a module declares it. */
    String value();

    /** What the operation reaches; shown as {@code x-scope}. */
    Scope scope() default Scope.COMPANY;
}
