package org.colonnade.crm.api;

/**
 * What one field says about whether two parties are the same.
 *
 * @param field which one: {@code given}, {@code family}, {@code name}, {@code suffix}, {@code birthday}, {@code email}, {@code phone},
 *     {@code street}, {@code postcode}, {@code locality}, {@code organisation}, {@code web}, or {@code identifier.<scheme>}
 * @param one the value of the one party as it was compared: without case and accents
 * @param other the value of the other
 * @param similarity from 0, nothing in common, to 1, the same
 * @param weight how many bits of evidence a full agreement is worth
 * @param contribution how many bits it did contribute; below 0 where it speaks against
 */
public record FieldMatch(
        String field, String one, String other, double similarity, double weight, double contribution) {}
