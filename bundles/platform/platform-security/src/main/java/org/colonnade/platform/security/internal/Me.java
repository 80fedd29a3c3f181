package org.colonnade.platform.security.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.colonnade.platform.api.Reach;

/**
 * The caller.
 *
 * @param id the account's id
 * @param name the sign-in name
 * @param displayName what people see
 * @param roles of the account
 * @param permissions that this token carries now; for an administrator, everything that is installed
 * @param administrator whether this token may do everything
 * @param scopes how far those permissions reach that do not reach every record
 * @param teams the names of the teams that are seen
 * @param companies in which this request could work, the own one first
 * @param actingFor the sign-in name of the user for whom this request acts; null for oneself. Permissions, scopes, teams and
 *     companies are then the other user's, as far as they were lent
 */
public record Me(
        String id,
        String name,
        String displayName,
        Set<String> roles,
        Set<String> permissions,
        boolean administrator,
        Map<String, Reach> scopes,
        Set<String> teams,
        List<Workplace> companies,
        String actingFor) {}
