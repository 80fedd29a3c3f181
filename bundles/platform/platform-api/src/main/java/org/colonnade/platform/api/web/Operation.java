package org.colonnade.platform.api.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the API's description says about a resource method beyond its signature. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Operation {

    /** One sentence: what it does. */
    String value();

    /** A request body that succeeds as it stands; empty where there is no body. */
    String example() default "";

    /** The status of success. */
    int status() default 200;

    /** The codes of the problems that this operation is known for, besides those that every operation may answer. */
    String[] problems() default {};

    /** What the answer holds, where the method's return type does not say it (a {@code Response}). */
    Class<?> answers() default void.class;

    /** The element type, where the answer is a {@code Page} or list. */
    Class<?> of() default void.class;

    /** The type of the body, where it is a {@link JsonBody}. */
    Class<?> takes() default void.class;

    /** What is remembered of a POST with an {@code Idempotency-Key}. */
    Keeps keeps() default Keeps.ANSWER;

    /** The type that a JSON Merge Patch is applied to, where the body is one. */
    Class<?> patches() default void.class;
}
