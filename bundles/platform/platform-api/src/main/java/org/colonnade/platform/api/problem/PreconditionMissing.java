package org.colonnade.platform.api.problem;

/** A change must say which version it changes (428): send {@code If-Match} with the {@code ETag} that was read. */
public final class PreconditionMissing extends Problem {

    private static final long serialVersionUID = 1L;

    /**
     * @param code stable, for programs
     * @param sentence for people: what is wrong and what to do
     */
    public PreconditionMissing(String code, String sentence) {
        super(428, code, sentence, null);
    }
}
