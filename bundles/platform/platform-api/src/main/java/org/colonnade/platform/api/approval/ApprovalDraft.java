package org.colonnade.platform.api.approval;

import java.util.Set;
import org.colonnade.platform.api.Money;
import org.colonnade.platform.api.Ref;

/**
 * What shall be approved.
 *
 * @param kind what kind of approval
 * @param record the record
 * @param version its version
 * @param fingerprint tells this content from every other, such as a SHA-256 in hex: 8 to 128 letters, digits and {@code _-}
 * @param amount what it is about, which decides the rule; null where there is none
 * @param title what approvers read, at most 200 characters
 * @param makers who made it, besides the caller and those whom {@link Approvals#edited} told of
 */
public record ApprovalDraft(
        String kind, Ref record, long version, String fingerprint, Money amount, String title, Set<Ref> makers) {

    public ApprovalDraft {
        makers = Set.copyOf(makers);
    }
}
