package org.colonnade.crm.api;

/**
 * What another system calls a party. No two parties share one.
 *
 * @param scheme whose identifier it is: {@code [a-z0-9][a-z0-9.-]*}, such as {@code vcard-uid}, {@code tax-id}
 * @param value the identifier, as that system writes it. Of the schemes {@code gln}, {@code gtin}, {@code ean}, {@code lei}, {@code iban},
 *     {@code th-tax-id}, {@code th-national-id} and {@code th-company-id} it is kept without blanks, dots and dashes and in capitals, and
 *     one whose check digits are wrong is refused where somebody types it
 */
public record Identifier(String scheme, String value) {

    /** The {@code UID} of vCard; every party has one. */
    public static final String VCARD_UID = "vcard-uid";

    /**
     * The {@code UID} of a party that was merged into this one, so that its card still finds its way.
     *
     * @since 1.1
     */
    public static final String MERGED_UID = "merged-uid";
}
