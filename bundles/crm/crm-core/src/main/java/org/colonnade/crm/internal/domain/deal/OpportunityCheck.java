package org.colonnade.crm.internal.domain.deal;

import java.math.BigDecimal;
import org.colonnade.crm.api.deal.Opportunity;
import org.colonnade.crm.api.deal.OpportunityDraft;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Money;
import org.colonnade.platform.api.Ref;

/** What an opportunity's own fields must look like. */
public final class OpportunityCheck {

    private static final int DIGITS = 15;
    private static final int DECIMALS = 4;

    private OpportunityCheck() {}

    /** Notes what is wrong; whether what it refers to exists is asked elsewhere. */
    public static void check(Fields faults, OpportunityDraft draft, Opportunity before) {
        if (draft.amount() != null) {
            amount(faults, draft);
        }
        if (draft.probability() != null && (draft.probability() < 0 || draft.probability() > 100)) {
            faults.wrong("probability", "is 0 to 100");
        }
        if (draft.expectedClose() != null
                && (draft.expectedClose().getYear() < 1900 || draft.expectedClose().getYear() > 9999)) {
            faults.wrong("expectedClose", "lies between the years 1900 and 9999");
        }
        kind(faults, "party", draft.party(), "party");
        kind(faults, "contact", draft.contact(), "party");
        kind(faults, "pipeline", draft.pipeline(), "pipeline");
        if (before != null && before.lead() != null && !before.lead().equals(draft.lead())) {
            faults.wrong("lead", "is where it came from, and stays");
        }
        length(faults, "owner", draft.owner());
        length(faults, "team", draft.team());
        length(faults, "lead", draft.lead());
    }

    private static void amount(Fields faults, OpportunityDraft draft) {
        if (draft.amount().signum() < 0) {
            faults.wrong("amount", "is not negative");
        }
        if (!fits(draft.amount())) {
            faults.wrong("amount", "has at most " + DIGITS + " digits and " + DECIMALS + " decimals");
        }
    }

    /** Whether an amount can be kept. */
    public static boolean fits(Money amount) {
        BigDecimal exact = amount.amount().stripTrailingZeros();
        return exact.scale() <= DECIMALS && (long) exact.precision() - exact.scale() <= DIGITS;
    }

    private static void kind(Fields faults, String field, Ref given, String type) {
        if (given != null && !(given.module().equals("crm") && given.type().equals(type))) {
            faults.wrong(field, "reads crm:" + type + ":<id>");
        }
        length(faults, field, given);
    }

    private static void length(Fields faults, String field, Ref given) {
        if (given != null && given.toString().length() > 300) {
            faults.wrong(field, "has more than 300 characters");
        }
    }
}
