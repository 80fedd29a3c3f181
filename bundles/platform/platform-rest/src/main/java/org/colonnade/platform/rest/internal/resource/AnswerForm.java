package org.colonnade.platform.rest.internal.resource;

import java.net.URI;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerResponseContext;
import javax.ws.rs.container.ContainerResponseFilter;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedMap;
import org.colonnade.platform.api.web.Download;
import org.colonnade.platform.rest.internal.json.JsonBodies;

/** Gives every answer its form: what a body is, and addresses that hold behind any proxy. */
public final class AnswerForm implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
        answer.getHeaders().remove(HttpHeaders.DATE);
        shape(answer.getHeaders(), answer.getEntity());
    }

    /** Sets the headers that tell of a body, and makes addresses hold. */
    public static void shape(MultivaluedMap<String, Object> headers, Object entity) {
        Object location = headers.getFirst(HttpHeaders.LOCATION);
        if (location != null) {
            headers.putSingle(HttpHeaders.LOCATION, withoutHost(location));
        }
        if (entity instanceof Download download) {
            headers.putSingle(HttpHeaders.CONTENT_TYPE, download.contentType());
            Disposition.of(download.fileName())
                    .ifPresent(value -> headers.putSingle(HttpHeaders.CONTENT_DISPOSITION, value));
        } else if (entity == null) {
            headers.remove(HttpHeaders.CONTENT_TYPE);
        } else if (JsonBodies.isJson(entity.getClass())) {
            headers.putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        }
    }

    /** The host is what the caller claimed it to be; the path is ours. */
    static String withoutHost(Object location) {
        URI uri = URI.create(location.toString());
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : '?' + uri.getRawQuery());
    }
}
