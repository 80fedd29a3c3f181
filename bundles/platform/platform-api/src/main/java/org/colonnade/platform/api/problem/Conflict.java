package org.colonnade.platform.api.problem;

/** The wish is valid, but not in the present state (409): taken, already done, under way. */
public final class Conflict extends Problem {

    private static final long serialVersionUID = 1L;

    /**
     * @param code stable, for programs
     * @param sentence for people: what is wrong and what to do
     */
    public Conflict(String code, String sentence) {
        super(409, code, sentence, null);
    }
}
