package org.colonnade.platform.api.currency;

import org.colonnade.platform.api.Money;
import org.colonnade.platform.api.Rational;

/**
 * An amount in another currency.
 *
 * @param given what there was
 * @param exact what it is exactly, in the other currency
 * @param amount the same, rounded to the minor unit
 * @param remainder what the rounding took away; negative where it added
 */
public record Conversion(Money given, Rational exact, Money amount, Rational remainder) {}
