package org.colonnade.platform.api.web;

import org.osgi.annotation.versioning.ProviderType;

/** A change as JSON Merge Patch (RFC 7396): what is named is set, {@code null} clears, what is not named stays, arrays are replaced. */
@ProviderType
public interface MergePatch {

    /**
     * Applies the change.
     *
     * @param present the input record as it is now
     * @return the input record as it shall be, not yet checked by the function's rules
     * @throws org.colonnade.platform.api.problem.Malformed {@code platform.json.malformed}, {@code platform.json.unknown-field} …
     */
    <T> T applyTo(T present);

    /** Whether the change names this member. */
    boolean has(String member);

    /**
     * Takes a member out of the change.
     *
     * @return plain Java: map, list, text, {@code BigDecimal}, boolean; null if there is none or it is null
     */
    Object take(String member);
}
