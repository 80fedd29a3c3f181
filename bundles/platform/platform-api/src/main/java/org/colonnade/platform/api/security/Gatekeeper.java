package org.colonnade.platform.api.security;

import java.util.Optional;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.problem.Forbidden;
import org.osgi.annotation.versioning.ProviderType;

/** Tells who is calling. Asked by the edge once a request. */
@ProviderType
public interface Gatekeeper {

    /**
     * Recognises a bearer token.
     *
     * @param token as sent, without the scheme
     * @return the account behind it with what its roles allow at this moment
     * @throws org.colonnade.platform.api.problem.Unauthenticated {@code platform.token.unknown}: unknown, expired, revoked, or its account
     *     is disabled; the caller is not told which
     */
    Actor identify(String token);

    /**
     * Recognises a bearer token of somebody who acts for somebody else.
     *
     * @param token as sent, without the scheme
     * @param principal the sign-in name of the user for whom the token's owner wants to act, in capital or small letters
     * @return the token's owner, with what the principal has at this moment as far as it was lent, never more than the token carries
     * @throws org.colonnade.platform.api.problem.Unauthenticated {@code platform.token.unknown}
     * @throws org.colonnade.platform.api.problem.Forbidden {@code platform.substitute.none}: the owner does not stand in for this user
     * @since 1.3
     */
    default Actor identify(String token, String principal) {
        identify(token);
        throw new Forbidden("platform.substitute.none", "You do not stand in for this user now.");
    }

    /**
     * An account as it stands at this moment, for work that goes on after its request.
     *
     * @param account as in {@link Actor#ref()}
     * @return what its roles allow now; empty if there is no such account or it is disabled
     * @since 1.1
     */
    default Optional<Actor> account(Ref account) {
        return Optional.empty();
    }
}
