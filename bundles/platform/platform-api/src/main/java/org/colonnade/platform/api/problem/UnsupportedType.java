package org.colonnade.platform.api.problem;

/** The content type is none that this operation reads (415). */
public final class UnsupportedType extends Problem {

    private static final long serialVersionUID = 1L;

    /**
     * @param code stable, for programs
     * @param sentence for people: what is wrong and what to do
     */
    public UnsupportedType(String code, String sentence) {
        super(415, code, sentence, null);
    }
}
