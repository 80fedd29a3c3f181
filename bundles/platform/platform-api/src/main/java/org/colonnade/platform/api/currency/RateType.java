package org.colonnade.platform.api.currency;

/** What a rate is for. */
public enum RateType {
    /** Between buying and selling. */
    MID,
    /** What a bank gives for the base currency. */
    BUY,
    /** What a bank takes for the base currency. */
    SELL,
    /** Published by a central bank or another authority. */
    OFFICIAL,
    /** Fixed by the customs for a period. */
    CUSTOMS,
    /** For the valuation at the end of a month. */
    MONTH_END;

    /** The type that counts in the other direction: who buys one currency sells the other. */
    public RateType reversed() {
        return switch (this) {
            case BUY -> SELL;
            case SELL -> BUY;
            default -> this;
        };
    }

    /** Whether there is about one a month and not one a day. */
    public boolean monthly() {
        return this == CUSTOMS || this == MONTH_END;
    }
}
