package org.colonnade.platform.api.privacy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a field of a record, or of an event, that tells something about a natural person. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Personal {

    /** What the company keeps it for, in plain words; empty where the record says it as a whole. */
    String purpose() default "";
}
