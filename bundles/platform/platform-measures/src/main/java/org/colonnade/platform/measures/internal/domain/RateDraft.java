package org.colonnade.platform.measures.internal.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.colonnade.platform.api.currency.RateType;

/**
 * What a caller says of an exchange rate.
 *
 * @param base ISO 4217
 * @param quote ISO 4217: how much of it {@code per} units of the base are
 * @param type what the rate is for
 * @param date from which day on it holds
 * @param rate greater than 0; at most 18 digits before the point and 20 after it
 * @param per for how many units of the base, 1 to 1,000,000; 1 if missing
 * @param source who published it
 * @param remark anything else
 */
public record RateDraft(
        String base,
        String quote,
        RateType type,
        LocalDate date,
        BigDecimal rate,
        Long per,
        String source,
        String remark) {

    public RateDraft {
        per = per == null ? 1 : per;
    }
}
