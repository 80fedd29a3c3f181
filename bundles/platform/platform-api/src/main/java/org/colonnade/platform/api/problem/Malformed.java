package org.colonnade.platform.api.problem;

import java.util.List;

/** What was sent cannot be read at all (400): no JSON, a broken multipart, a header that makes no sense. */
public final class Malformed extends Problem {

    private static final long serialVersionUID = 1L;

    private final transient List<Rejected.Field> fields;

    /**
     * @param code stable, for programs
     * @param sentence for people: what is wrong and what to do
     */
    public Malformed(String code, String sentence) {
        this(code, sentence, List.of());
    }

    /**
     * @param code stable, for programs
     * @param sentence for people: what is wrong and what to do
     * @param fields where it is wrong, as JSON paths or names of parameters
     */
    public Malformed(String code, String sentence, List<Rejected.Field> fields) {
        super(400, code, sentence, null);
        this.fields = List.copyOf(fields);
    }

    /** Where it is wrong; empty where that cannot be told. */
    public List<Rejected.Field> fields() {
        return fields;
    }
}
