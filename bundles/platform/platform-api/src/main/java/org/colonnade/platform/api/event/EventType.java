package org.colonnade.platform.api.event;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The event's name in the log and to the world outside, independent of the class that carries it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventType {

    /** {@code <module>.<record>.<past-tense>}, such as {@code crm.party.created}. */
    String value();
}
