package org.colonnade.platform.api.problem;

/** Nobody known is asking (401): no token, an unknown, expired or revoked one, a wrong password. */
public final class Unauthenticated extends Problem {

    private static final long serialVersionUID = 1L;

    /**
     * @param code stable, for programs
     * @param sentence for people: what is wrong and what to do
     */
    public Unauthenticated(String code, String sentence) {
        super(401, code, sentence, null);
    }
}
