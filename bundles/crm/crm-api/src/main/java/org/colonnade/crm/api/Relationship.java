package org.colonnade.crm.api;

import java.time.LocalDate;
import org.colonnade.platform.api.Ref;

/**
 * A relationship as one of its two parties sees it; the other sees the same record with the inverse type.
 *
 * @param id the relationship's id, the same on both sides
 * @param type how this party stands to the other, such as {@code employee-of}
 * @param other the other party
 * @param otherName what people call the other
 * @param since first day, or null
 * @param until last day, or null
 */
public record Relationship(String id, String type, Ref other, String otherName, LocalDate since, LocalDate until) {}
