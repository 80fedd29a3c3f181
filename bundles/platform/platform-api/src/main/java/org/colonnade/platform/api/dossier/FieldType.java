package org.colonnade.platform.api.dossier;

/** What a custom field holds. */
public enum FieldType {
    /** {@code String}. */
    TEXT,
    /** {@code java.math.BigDecimal}; in JSON decimal text. */
    NUMBER,
    /** {@code Long}. */
    INTEGER,
    /** {@code Boolean}. */
    BOOLEAN,
    /** {@code java.time.LocalDate}. */
    DATE,
    /** {@code java.time.Instant}, UTC. */
    INSTANT,
    /** {@code String}, one of the choices. */
    CHOICE,
    /** {@code List<String>}, some of the choices, each once. */
    MULTI_CHOICE,
    /** {@link org.colonnade.platform.api.Money}. */
    MONEY,
    /** {@link org.colonnade.platform.api.Ref}. */
    REF,
    /** {@code String}, an absolute http or https address. */
    URL,
    /** {@code String}, an e-mail address. */
    EMAIL
}
