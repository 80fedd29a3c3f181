package org.colonnade.crm.internal.domain.deal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import org.colonnade.platform.api.Money;

/** Exact amounts in a readable scale. */
public final class Amounts {

    private Amounts() {}

    /** The amount without zeros that say nothing, but with the decimals of its currency; never rounded. */
    public static Money money(BigDecimal amount, Currency currency) {
        BigDecimal exact = (amount == null ? BigDecimal.ZERO : amount).stripTrailingZeros();
        int least = Math.max(0, currency.getDefaultFractionDigits());
        return new Money(exact.scale() < least ? exact.setScale(least, RoundingMode.UNNECESSARY) : exact, currency);
    }

    /** The amount by the probability, exactly. */
    public static BigDecimal weighted(BigDecimal amount, int probability) {
        return amount.multiply(BigDecimal.valueOf(probability)).movePointLeft(2);
    }
}
