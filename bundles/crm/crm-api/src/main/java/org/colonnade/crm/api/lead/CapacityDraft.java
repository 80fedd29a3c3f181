package org.colonnade.crm.api.lead;

import java.time.Instant;
import java.util.List;

/**
 * How much somebody can take on, as somebody wants it. Who has no capacity written down takes everything at any time, with weight 1.
 *
 * @param user the sign-in name
 * @param teams the teams that they work in
 * @param weight how much they take on compared with others, 1 to 100; 1 if missing
 * @param mostOpen how many open leads they have at most; null for no limit
 * @param zone the zone of the hours, such as {@code Asia/Bangkok}; UTC if missing
 * @param hours when they work; empty for always
 * @param absentFrom away from then on, UTC
 * @param absentUntil back from then on, UTC; null for until further notice
 */
public record CapacityDraft(
        String user,
        List<String> teams,
        Integer weight,
        Integer mostOpen,
        String zone,
        List<WorkingWindow> hours,
        Instant absentFrom,
        Instant absentUntil) {}
