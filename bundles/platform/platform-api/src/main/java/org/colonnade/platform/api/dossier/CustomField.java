package org.colonnade.platform.api.dossier;

import java.time.Instant;
import org.colonnade.platform.api.Ref;

/**
 * A field that an administrator gave to a kind of record.
 *
 * @param id the field's id
 * @param definition what it is
 * @param archived whether it was deleted; its values are kept apart and can be restored
 * @param createdBy who made it
 * @param createdAt when, UTC
 * @param changedBy who changed it last
 * @param changedAt when, UTC
 * @param version for {@code If-Match}
 */
public record CustomField(
        String id,
        CustomFieldDraft definition,
        boolean archived,
        Ref createdBy,
        Instant createdAt,
        Ref changedBy,
        Instant changedAt,
        long version) {}
