package org.colonnade.platform.api;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Points at a record of any function without knowing its type: {@code crm:party:0J5XK3T9ZQ1AB}. This is the only way in which one
 * function names another's record; in JSON it is its text.
 *
 * @param module the function's id, lower case, {@code [a-z][a-z0-9-]*}
 * @param type the kind of record within the function, same alphabet
 * @param id the record's id as the API shows it; no colon, no white space
 */
public record Ref(String module, String type, String id) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final Pattern ID = Pattern.compile("[^\\s:]{1,200}");

    /** @throws IllegalArgumentException if a part does not fit its alphabet */
    public Ref {
        check(NAME, module, "module");
        check(NAME, type, "type");
        check(ID, id, "id");
    }

    /** The reference to a record with a TSID. */
    public static Ref of(String module, String type, long id) {
        return new Ref(module, type, Tsid.text(id));
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if it is not {@code module:type:id}
     */
    public static Ref parse(String text) {
        String[] parts = Objects.requireNonNull(text, "text").split(":", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("A reference reads module:type:id");
        }
        return new Ref(parts[0], parts[1], parts[2]);
    }

    @Override
    public String toString() {
        return module + ':' + type + ':' + id;
    }

    private static void check(Pattern pattern, String value, String part) {
        if (value == null || !pattern.matcher(value).matches()) {
            throw new IllegalArgumentException("The " + part + " of a reference does not fit " + pattern.pattern());
        }
    }
}
