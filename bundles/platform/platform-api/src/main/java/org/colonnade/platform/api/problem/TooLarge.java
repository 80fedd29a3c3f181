package org.colonnade.platform.api.problem;

/** More than the platform takes in one request (413). */
public final class TooLarge extends Problem {

    private static final long serialVersionUID = 1L;

    /**
     * @param code stable, for programs
     * @param sentence for people: what is wrong and what to do
     */
    public TooLarge(String code, String sentence) {
        super(413, code, sentence, null);
    }
}
