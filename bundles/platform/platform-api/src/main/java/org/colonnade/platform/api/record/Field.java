package org.colonnade.platform.api.record;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a field of a record. Filters and sorts are offered for every field that has a column of its own; an index for those that
 * matter is in the function's change log.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Field {

    /** What people call it, in English. */
    String en();

    /** What people call it, in Thai. */
    String th();

    /** The column; the name in lower case with underscores if empty. */
    String column() default "";

    /** The most characters of a text (Unicode code points). */
    int max() default 1000;

    /** Whether it must be there. */
    boolean required() default false;

    /** Whether the full-text search reads it. */
    boolean searched() default false;

    /** Whether it says something about a person: it is exported and erased with that person's data. */
    boolean personal() default false;

    /** Whether this reference says whose personal data the record holds. */
    boolean person() default false;
}
