package org.colonnade.platform.api.currency;

/** What an entry of ISO 4217 is. */
public enum CurrencyKind {
    /** Money that people pay with. */
    MONEY,
    /** A unit of funds and contracts, such as {@code CLF}. */
    FUND,
    /** A precious metal, by the troy ounce. */
    METAL,
    /** A unit of account between states and banks, and the codes for tests and for none. */
    SPECIAL
}
