package org.colonnade.platform.measures.internal.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.currency.CurrencyInfo;

/** What makes a rate. */
public final class RateRule {

    private static final int WHOLE = 18;
    private static final int DECIMALS = 20;
    private static final long MOST_UNITS = 1_000_000;
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    private final CurrencyTable currencies;

    /** @param currencies those of which there may be rates */
    public RateRule(CurrencyTable currencies) {
        this.currencies = currencies;
    }

    /** Codes in capitals, texts without blanks around. */
    public static RateDraft complete(RateDraft draft) {
        return new RateDraft(
                code(draft.base()),
                code(draft.quote()),
                draft.type(),
                draft.date(),
                draft.rate(),
                draft.per(),
                text(draft.source()),
                text(draft.remark()));
    }

    private static String code(String given) {
        return given == null ? null : given.strip().toUpperCase(Locale.ROOT);
    }

    private static String text(String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }

    /** Notes what is wrong. */
    public void check(Fields faults, RateDraft draft) {
        currency(faults, "base", draft.base(), draft.date());
        currency(faults, "quote", draft.quote(), draft.date());
        if (draft.base() != null && draft.base().equals(draft.quote())) {
            faults.wrong("quote", "is the base currency");
        }
        number(faults, draft.rate());
        if (draft.per() < 1 || draft.per() > MOST_UNITS) {
            faults.wrong("per", "is not between 1 and 1,000,000");
        }
        if (draft.date() != null
                && (draft.date().isBefore(FIRST) || draft.date().isAfter(LAST))) {
            faults.wrong("date", "is not between 1900 and 2199");
        }
    }

    private void currency(Fields faults, String field, String code, LocalDate date) {
        if (code == null || code.isEmpty()) {
            return;
        }
        CurrencyInfo known = currencies.find(code).orElse(null);
        if (known == null) {
            faults.wrong(field, "is no currency of ISO 4217");
        } else if (date != null && !known.heldOn(date)) {
            faults.wrong(field, "was withdrawn in " + known.withdrawn());
        }
    }

    private static void number(Fields faults, BigDecimal rate) {
        if (rate == null) {
            return;
        }
        if (rate.signum() <= 0) {
            faults.wrong("rate", "is not greater than 0");
        }
        BigDecimal plain = rate.stripTrailingZeros();
        if (plain.scale() > DECIMALS || plain.precision() - plain.scale() > WHOLE) {
            faults.wrong("rate", "has more than 18 digits before the point or 20 after it");
        }
    }
}
