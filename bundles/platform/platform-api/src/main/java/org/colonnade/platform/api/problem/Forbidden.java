package org.colonnade.platform.api.problem;

/** Known, but without the right (403). For a record outside the caller's view the answer is {@link NotFound} instead. */
public final class Forbidden extends Problem {

    private static final long serialVersionUID = 1L;

    /** Code {@code platform.forbidden}; the sentence names the permission that is missing. */
    public Forbidden(String permission) {
        super(
                403,
                "platform.forbidden",
                "This needs the permission '" + permission + "', which none of your roles has.",
                null);
    }

    /**
     * @param code stable, for programs
     * @param sentence for people: what is missing, where it is more than one permission
     */
    public Forbidden(String code, String sentence) {
        super(403, code, sentence, null);
    }
}
