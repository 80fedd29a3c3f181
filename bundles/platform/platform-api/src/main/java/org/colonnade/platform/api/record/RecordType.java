package org.colonnade.platform.api.record;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a kind of record; stands on the Java record that callers see. Its components are the fields, each with {@link Field}; what
 * every record has besides (id, version, who and when) is the platform's.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RecordType {

    /** {@code <module>:<type>}, as in references: {@code crm:lead}. */
    String value();

    /** The path below {@code /api/<module>/}: {@code leads}. */
    String plural();

    /** What people call it, in English. */
    String en();

    /** What people call it, in Thai. */
    String th();

    /** The table; {@code <module>_<type>} if empty. */
    String table() default "";

    /** The permission to see such records; {@code <module>.<type>.read} if empty. */
    String read() default "";

    /** The permission to add, change and archive them; {@code <module>.<type>.change} if empty. */
    String change() default "";

    /** The order of a list whose caller names none, as in {@code sort}: {@code name}, {@code -createdAt}. */
    String order() default "id";

    /** An input that is accepted as it stands, as JSON; it becomes the example of the API's description. */
    String example();

    /**
     * A column that holds all fields as one JSON object, as the API answers them. Lists and reads look at this column alone and pass it
     * on as it is. The fields that can be compared have columns of their own besides, for filters and sorts; structures have none. A row
     * in which it is null is loaded by the function's {@link RecordRows}.
     */
    String document() default "";

    /**
     * The field, a reference, that says of which other record this one became a part, where records of the kind can be merged. Lists leave
     * such records out, a read answers where the other one is, and they cannot be changed.
     */
    String merged() default "";

    /**
     * The field that says who owns the record, where roles may allow such records for a part: a reference {@code platform:user:…}, or a
     * text with the sign-in name. A new record without one becomes its maker's, unless the rules decide otherwise.
     */
    String owner() default "";

    /**
     * The field that says which team has the record: a reference {@code platform:team:…}, or a text with the team's name. A new record
     * without one becomes that of its owner's first team.
     */
    String team() default "";

    /** Whether each change is told by the event {@code platform.record.changed}; not where the function's own events tell all. */
    boolean announced() default true;

    /** The fields that together tell one record from all others: an import updates by them. Several keys are separated by {@code |}. */
    String keys() default "";
}
