package org.colonnade.platform.api.dossier;

import java.time.Instant;
import org.colonnade.platform.api.Ref;

/**
 * Something that is to be done, or was: a task, a call, a meeting.
 *
 * @param id the activity's id
 * @param state where it stands
 * @param plan what is planned; {@code about} holds only records that the caller may see
 * @param uid its name for calendars (RFC 5545, UID), the same for ever
 * @param sequence rises with every change that concerns those who are invited (RFC 5545, SEQUENCE)
 * @param startAt the start as an instant, or null
 * @param dueAt the due time, or else the end, as an instant, or null
 * @param overdue whether it is planned and past that
 * @param endedAt when it was done or cancelled, UTC, or null
 * @param createdBy who planned it
 * @param createdAt when, UTC
 * @param changedBy who changed it last
 * @param changedAt when, UTC
 * @param version for {@code If-Match}
 */
public record Activity(
        String id,
        ActivityState state,
        ActivityDraft plan,
        String uid,
        int sequence,
        Instant startAt,
        Instant dueAt,
        boolean overdue,
        Instant endedAt,
        Ref createdBy,
        Instant createdAt,
        Ref changedBy,
        Instant changedAt,
        long version) {

    /** Its reference, {@code platform:activity:…}. */
    public Ref ref() {
        return new Ref("platform", "activity", id);
    }
}
