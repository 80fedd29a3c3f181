package org.colonnade.platform.api.privacy;

import java.time.LocalDate;
import java.util.Objects;
import org.colonnade.platform.api.Ref;

/**
 * A reason why a record must not be erased yet.
 *
 * @param ref the record that must be kept; of any function
 * @param reason in plain words, without personal data
 * @param legalBasis the law or contract that asks for it, such as {@code § 147 AO}
 * @param until the last day on which it must be kept; null if that is not known yet
 */
public record Hold(Ref ref, String reason, String legalBasis, LocalDate until) {

    public Hold {
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(legalBasis, "legalBasis");
    }
}
