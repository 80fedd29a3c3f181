package org.colonnade.crm.api;

/**
 * A postal address in the parts of RFC 6350, section 6.3.1; each may be null. A part may have several lines.
 *
 * @param poBox post office box
 * @param extended flat, floor, building
 * @param street street and number
 * @param locality city
 * @param region state or province
 * @param postalCode as the post writes it
 * @param country the country's name as it was given
 */
public record PostalAddress(
        String poBox,
        String extended,
        String street,
        String locality,
        String region,
        String postalCode,
        String country) {}
