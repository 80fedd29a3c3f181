package org.colonnade.platform.api.problem;

/** The record has changed since the caller read it (412): read it again, then decide. */
public final class Stale extends Problem {

    private static final long serialVersionUID = 1L;

    /**
     * @param code stable, for programs
     * @param sentence for people: what is wrong and what to do
     */
    public Stale(String code, String sentence) {
        super(412, code, sentence, null);
    }
}
