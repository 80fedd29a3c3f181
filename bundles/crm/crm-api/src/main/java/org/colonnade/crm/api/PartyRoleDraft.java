package org.colonnade.crm.api;

import java.time.LocalDate;
import org.colonnade.platform.api.Ref;

/**
 * What a caller says of a {@link PartyRole}.
 *
 * @param party whose it is
 * @param role a word in lower case
 * @param validFrom the first day, or null
 * @param validTo the last day, or null
 * @param note what there is to say
 * @since 1.1
 */
public record PartyRoleDraft(Ref party, String role, LocalDate validFrom, LocalDate validTo, String note) {}
