package org.colonnade.platform.api.audit;

import java.util.Objects;
import java.util.regex.Pattern;
import org.colonnade.platform.api.Ref;

/**
 * One change of one record, or one refusal, as it is written down for the audit. Who did it, when and in which request is known to the
 * store. Before and after may hold personal data: they are kept apart and can be erased. No secret ever stands in them.
 *
 * @param subject the record
 * @param action what was done, {@code [a-z][a-z0-9-]*}: {@code created}, {@code changed}, {@code archived}, {@code restored},
 *     {@code merged} …; {@value #ERASED} is written by {@link AuditLog#erase} alone
 * @param version the record's version after the change, counted from 1; 0 where the subject has none
 * @param before the record as JSON text before the change; null where there was none, or where the history holds it already as what the
 *     version before left behind
 * @param after the record as JSON text after the change, or null where there is none
 */
public record Change(Ref subject, String action, long version, String before, String after) {

    /** The action of a refusal: somebody tried what they may not. */
    public static final String REFUSED = "refused";

    /** The action of an erasure: names the rows whose before and after were replaced. */
    public static final String ERASED = "erased";

    private static final Pattern ACTION = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    /** @throws IllegalArgumentException if the action does not fit its alphabet or the version is negative */
    public Change {
        Objects.requireNonNull(subject, "subject");
        if (action == null || !ACTION.matcher(action).matches()) {
            throw new IllegalArgumentException("An action fits " + ACTION.pattern() + ": " + action);
        }
        if (version < 0) {
            throw new IllegalArgumentException("A version is not negative: " + version);
        }
    }

    /** A change that leaves the record in this version; what was before stands in the history as the version before. */
    public static Change of(Ref subject, String action, long version, String after) {
        return new Change(subject, action, version, null, after);
    }
}
