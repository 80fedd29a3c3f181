package org.colonnade.platform.api.security;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.colonnade.platform.api.Ref;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Who stands in for whom, for how long, and with which of the principal's permissions. A substitute acts under its own token and names the
 * principal in the request ({@code Colonnade-For}); what it does is its own deed for the principal, see {@link
 * org.colonnade.platform.api.Actor#principal()}. Nobody stands in for those for whom its principals stand in. Callers have already been let
 * in; asks for no permission.
 *
 * @since 1.3
 */
@ProviderType
public interface Substitutes {

    /**
     * For whom somebody stands in.
     *
     * @param substitute {@code platform:user:…}
     * @param at an instant, past ones too: what was revoked counts until then
     * @return by the principal's reference; empty for who is no user. The principal may have lost what it lent, or be locked out
     */
    List<Substitution> principalsOf(Ref substitute, Instant at);

    /** Who stands in for somebody. @param principal {@code platform:user:…} */
    List<Substitution> substitutesOf(Ref principal, Instant at);

    /**
     * Lets somebody stand in for a user, on behalf of the thread's caller.
     *
     * @param principal the sign-in name of who is away
     * @param substitute the sign-in name of who stands in
     * @param from the first instant, UTC; a past one means now
     * @param until the first instant after it, UTC; at most 366 days later
     * @param permissions the only ones that are lent; null for all that the principal has at each moment
     * @throws org.colonnade.platform.api.problem.NotFound {@code platform.user.not-found}
     * @throws org.colonnade.platform.api.problem.Rejected {@code platform.substitute.invalid}, {@code platform.permission.unknown}
     * @throws org.colonnade.platform.api.problem.Conflict {@code platform.substitute.self}, {@code platform.substitute.overlaps}, {@code
     *     platform.substitute.circular}, {@code platform.substitute.too-many}
     * @throws org.colonnade.platform.api.problem.Forbidden {@code platform.grant.beyond}: the principal may do what the caller may not
     */
    Substitution appoint(String principal, String substitute, Instant from, Instant until, Set<String> permissions);

    /**
     * Ends one of a user, on either side, at once; on behalf of the thread's caller.
     *
     * @throws org.colonnade.platform.api.problem.NotFound {@code platform.user.not-found}, {@code platform.substitute.not-found}
     * @throws org.colonnade.platform.api.problem.Forbidden {@code platform.grant.beyond}
     */
    void dismiss(String user, String id);

    /**
     * That somebody stands in for somebody.
     *
     * @param id its id
     * @param principal who is away
     * @param substitute who stands in
     * @param from the first instant, UTC
     * @param until the first instant after it, UTC
     * @param permissions the only ones that are lent; null for all that the principal has at each moment
     */
    record Substitution(
            String id, Ref principal, Ref substitute, Instant from, Instant until, Set<String> permissions) {

        public Substitution {
            Objects.requireNonNull(principal, "principal");
            Objects.requireNonNull(substitute, "substitute");
            permissions = permissions == null ? null : Set.copyOf(permissions);
        }

        /** Whether a permission is among what is lent; it is not asked whether the principal has it. */
        public boolean lends(String permission) {
            return permissions == null || permissions.contains(permission);
        }
    }
}
