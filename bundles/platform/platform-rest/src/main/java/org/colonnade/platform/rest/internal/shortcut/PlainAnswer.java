package org.colonnade.platform.rest.internal.shortcut;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.Response;
import org.apache.cxf.jaxrs.impl.MetadataMap;
import org.apache.cxf.jaxrs.utils.HttpUtils;
import org.colonnade.platform.rest.internal.json.JsonBodies;
import org.colonnade.platform.rest.internal.resource.AnswerForm;

/** Writes what a resource method answered: the whole body is there before the first header is set, so that a failure can still be told. */
final class PlainAnswer {

    private final String base;
    private final JsonBodies json;

    /** @param base the path of the endpoint */
    PlainAnswer(String base, JsonBodies json) {
        this.base = base;
        this.json = json;
    }

    void write(Object result, HttpServletResponse to) throws IOException {
        if (result instanceof Response response) {
            write(response, to);
        } else if (result == null) {
            to.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            byte[] bytes = bytes(result);
            to.setContentType(MediaType.APPLICATION_JSON);
            send(bytes, to);
        }
    }

    private void write(Response response, HttpServletResponse to) throws IOException {
        Object entity = response.getEntity();
        byte[] bytes = bytes(entity);
        MultivaluedMap<String, Object> headers = new MetadataMap<>(response.getHeaders(), false, true);
        if (headers.getFirst(HttpHeaders.LOCATION) instanceof URI location && !location.isAbsolute()) {
            headers.putSingle(HttpHeaders.LOCATION, belowBase(location));
        }
        AnswerForm.shape(headers, entity);
        to.setStatus(response.getStatus());
        HttpUtils.convertHeaderValuesToString(headers, false);
        headers.forEach((name, values) -> set(name, values, to));
        if (entity == null) {
            to.setContentLength(0);
        } else {
            if (!headers.containsKey(HttpHeaders.CONTENT_TYPE)) {
                to.setContentType(MediaType.APPLICATION_JSON);
            }
            send(bytes, to);
        }
    }

    private byte[] bytes(Object entity) throws IOException {
        if (entity == null || entity instanceof byte[]) {
            return (byte[]) entity;
        }
        if (!JsonBodies.isJson(entity.getClass())) {
            throw new IllegalStateException("An operation that declares JSON answered with a " + entity.getClass());
        }
        return json.bytes(entity);
    }

    /** As {@code ResponseBuilder.location} does it where CXF is at work. */
    private URI belowBase(URI location) {
        String path = location.getRawPath();
        String query = location.getRawQuery() == null ? "" : '?' + location.getRawQuery();
        return URI.create(base + (path.isEmpty() || path.startsWith("/") ? path : '/' + path) + query);
    }

    private static void set(String name, List<Object> values, HttpServletResponse to) {
        if (values.size() == 1) {
            to.setHeader(name, values.get(0).toString());
        } else if (name.equalsIgnoreCase(HttpHeaders.SET_COOKIE) || name.equalsIgnoreCase(HttpHeaders.LINK)) {
            values.forEach(value -> to.addHeader(name, value.toString()));
        } else {
            to.setHeader(name, values.stream().map(Object::toString).collect(Collectors.joining(",")));
        }
    }

    private static void send(byte[] bytes, HttpServletResponse to) throws IOException {
        to.setContentLength(bytes.length);
        to.getOutputStream().write(bytes, 0, bytes.length);
    }
}
