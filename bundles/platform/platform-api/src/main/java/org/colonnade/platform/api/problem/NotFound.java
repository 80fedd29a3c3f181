package org.colonnade.platform.api.problem;

/** Not there, or not in the caller's view (404); the two look the same on purpose. */
public final class NotFound extends Problem {

    private static final long serialVersionUID = 1L;

    /**
     * @param code stable, for programs
     * @param sentence for people
     */
    public NotFound(String code, String sentence) {
        super(404, code, sentence, null);
    }

    /** Code {@code <module>.<type>.not-found}. */
    public static NotFound of(String module, String type, String id) {
        String shown = id == null || id.length() > 64 ? "with that id" : "'" + id + "'";
        return new NotFound(module + '.' + type + ".not-found", "There is no " + type + ' ' + shown + " in your view.");
    }
}
