package org.colonnade.platform.api.security;

import org.colonnade.platform.api.Actor;
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
}
