package org.colonnade.crm.internal.domain.lead;

import org.colonnade.crm.api.lead.LeadDraft;
import org.colonnade.crm.internal.domain.EmailRule;
import org.colonnade.crm.internal.domain.Texts;
import org.colonnade.platform.api.Fields;

/** What a lead must say. */
public final class LeadCheck {

    private LeadCheck() {}

    /** Without white space around it, and without texts that say nothing. */
    public static LeadDraft complete(LeadDraft draft) {
        return new LeadDraft(
                plain(draft.givenName()),
                plain(draft.familyName()),
                plain(draft.organisation()),
                plain(draft.email()),
                plain(draft.phone()),
                plain(draft.source()),
                plain(draft.campaign()),
                plain(draft.owner()),
                plain(draft.team()),
                plain(draft.interest()),
                draft.value());
    }

    private static String plain(String text) {
        return Texts.blank(text) ? null : text.strip();
    }

    /** Notes what is wrong. */
    public static void look(Fields faults, LeadDraft draft) {
        if (draft.givenName() == null
                && draft.familyName() == null
                && draft.organisation() == null
                && draft.email() == null
                && draft.phone() == null) {
            faults.wrong("familyName", "is required where organisation, email and phone are missing too");
        }
        if (draft.email() != null && EmailRule.normalise(draft.email()) == null) {
            faults.wrong("email", "is no e-mail address");
        }
        if (draft.value() != null && draft.value().signum() < 0) {
            faults.wrong("value", "is not negative");
        } else if (draft.value() != null
                && (draft.value().amount().scale() > 6
                        || draft.value().amount().precision() - draft.value().amount().scale() > 20)) {
            faults.wrong("value", "has at most 20 digits before the point and 6 behind it");
        }
    }
}
