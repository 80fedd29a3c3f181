package org.colonnade.platform.api.currency;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Exchange rates of the company, for functions: no permission is asked. The service is there while the feature {@code colonnade-measures}
 * is installed, so who uses it holds it as an optional one.
 */
@ProviderType
public interface Rates {

    /**
     * The rate between two currencies on a day: the kept one, or the inverse of the one kept in the other direction, or both steps by way
     * of the pivot currency. Of a kept rate and an inverted one the later counts, of the same day the kept one. In one direction of a
     * currency pair what a bank buys at is what it sells at in the other.
     *
     * @throws org.colonnade.platform.api.problem.Rejected {@code measures.currency.unknown}, {@code measures.rate.none} where no way is
     *     known, {@code measures.rate.too-old} where the last rate is older than the maximum age
     */
    RateQuote quote(RateQuery query);
}
