package org.colonnade.platform.security.internal.rest;

import java.net.URI;
import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.colonnade.platform.api.security.Accounts.User;
import org.colonnade.platform.api.web.Versions;

/** What requests bring and answers carry, the same way in each resource. */
final class Given {

    private static final String SCHEME = "Bearer ";

    private Given() {}

    /** The token that the request was let in with. */
    static String token(HttpHeaders headers) {
        String authorization = headers.getHeaderString(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? authorization.substring(SCHEME.length()).strip()
                : "";
    }

    static Response created(User user) {
        return withVersion(Response.created(URI.create("users/" + user.name())), user, user.version());
    }

    static Response ok(User user) {
        return withVersion(Response.ok(), user, user.version());
    }

    static Response withVersion(Response.ResponseBuilder answer, Object entity, long version) {
        String etag = Versions.etag(version);
        return answer.entity(entity)
                .tag(new EntityTag(etag.substring(1, etag.length() - 1)))
                .build();
    }

    /** An answer that holds a secret, which nobody on the way may keep. */
    static Response secret(Response.ResponseBuilder answer, Object entity) {
        return answer.entity(entity)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
