package org.colonnade.platform.api.problem;

import java.util.ArrayList;
import java.util.List;

/** A rule said no (422). Nothing was stored. */
public final class Rejected extends Problem {

    private static final long serialVersionUID = 1L;

    private final transient List<Field> fields;

    /**
     * @param code stable, for programs
     * @param sentence for people: which rule, and what to do
     */
    public Rejected(String code, String sentence) {
        this(code, sentence, List.of());
    }

    public Rejected(String code, String sentence, List<Field> fields) {
        super(422, code, sentence, null);
        this.fields = List.copyOf(fields);
    }

    /** The same refusal with one more field named. */
    public Rejected field(String name, String fault) {
        List<Field> more = new ArrayList<>(fields);
        more.add(new Field(name, fault));
        return new Rejected(code(), getMessage(), more);
    }

    /** The fields that are not right; may be empty. */
    public List<Field> fields() {
        return fields;
    }

    /**
     * One field that is not right.
     *
     * @param field its JSON path
     * @param fault what is wrong with it
     */
    public record Field(String field, String fault) {}
}
