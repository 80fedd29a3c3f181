package org.colonnade.crm.api;

import java.time.LocalDate;
import org.colonnade.platform.api.Ref;

/**
 * A relationship to be, read from the party that it is added to: "this one is <i>employee-of</i> the other".
 *
 * @param type {@code employs}, {@code employee-of}, {@code parent-of}, {@code child-of}, {@code spouse-of}, {@code sibling-of},
 *     {@code friend-of}, {@code partner-of}, {@code contact-of}, {@code has-contact}, {@code manages}, {@code reports-to},
 *     {@code assists}, {@code assisted-by}, {@code owns}, {@code owned-by}, {@code has-member}, {@code member-of}, {@code refers-to},
 *     {@code referred-by}; or a word of one's own that begins with {@code x-}
 * @param other the other party
 * @param since first day, or null
 * @param until last day, or null
 */
public record RelationshipDraft(String type, Ref other, LocalDate since, LocalDate until) {}
