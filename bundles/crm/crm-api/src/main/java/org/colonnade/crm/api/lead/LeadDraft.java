package org.colonnade.crm.api.lead;

import org.colonnade.platform.api.Money;

/**
 * A lead as somebody wants it. At least one of the names, the organisation, the e-mail and the phone is there.
 *
 * @param givenName of the person
 * @param familyName of the person
 * @param organisation where the person works, or what the lead is where there is no person
 * @param email an e-mail address
 * @param phone as people write it
 * @param source where it comes from, such as {@code web}, {@code fair}, {@code referral}
 * @param campaign what made them come
 * @param owner the sign-in name of the user who looks after it; the assignment rules choose one if missing
 * @param team the team or queue that it belongs to
 * @param interest what they want, in words
 * @param value what it may be worth
 */
public record LeadDraft(
        String givenName,
        String familyName,
        String organisation,
        String email,
        String phone,
        String source,
        String campaign,
        String owner,
        String team,
        String interest,
        Money value) {

    /** A lead of whom only the name and the e-mail are known. */
    public static LeadDraft of(String givenName, String familyName, String email) {
        return new LeadDraft(givenName, familyName, null, email, null, null, null, null, null, null, null);
    }
}
