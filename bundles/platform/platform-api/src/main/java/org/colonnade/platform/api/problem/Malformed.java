package org.colonnade.platform.api.problem;

/** What was sent cannot be read at all (400): no JSON, a broken multipart, a header that makes no sense. */
public final class Malformed extends Problem {

    private static final long serialVersionUID = 1L;

    /**
     * @param code stable, for programs
     * @param sentence for people: what is wrong and what to do
     */
    public Malformed(String code, String sentence) {
        super(400, code, sentence, null);
    }
}
