package org.colonnade.platform.rest.internal.shortcut;

import java.util.Enumeration;
import java.util.List;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.core.MultivaluedMap;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;

/**
 * A request with nothing in it that could be read in two ways: no escapes in its path, a content type and an {@code Accept} that need no
 * negotiation.
 */
final class PlainRequest {

    private static final int MOST_SEGMENTS = 12;

    private final HttpServletRequest request;
    private final String[] segments;
    private final String shape;
    private MultivaluedMap<String, String> query;

    private PlainRequest(HttpServletRequest request, String[] segments, String shape) {
        this.request = request;
        this.segments = segments;
        this.shape = shape;
    }

    /** @return null if the request is not plain */
    static PlainRequest of(HttpServletRequest request, String base, Vocabulary words) {
        String path = request.getRequestURI();
        String media = media(request);
        if (media == null || path.length() <= base.length() + 1 || path.indexOf('%') >= 0) {
            return null;
        }
        StringBuilder shape = new StringBuilder(path.length() + 16)
                .append(request.getMethod())
                .append(media);
        String[] segments = new String[MOST_SEGMENTS];
        int count = 0;
        for (int from = base.length() + 1; from <= path.length() && count < MOST_SEGMENTS; count++) {
            int end = path.indexOf('/', from);
            end = end < 0 ? path.length() : end;
            segments[count] = path.substring(from, end);
            shape.append('/').append(words.wordOrMark(segments[count]));
            from = end + 1;
        }
        return count == MOST_SEGMENTS ? null : new PlainRequest(request, segments, shape.toString());
    }

    /** What the choice of an operation hangs on besides method and path, in a word; null if it is more than a word. */
    private static String media(HttpServletRequest request) {
        String accept = accept(request);
        String type = request.getContentType();
        if (accept == null) {
            return null;
        } else if (type == null) {
            return accept;
        } else if ("application/json".equals(type)) {
            return accept + " json";
        }
        return "application/merge-patch+json".equals(type) ? accept + " patch" : null;
    }

    private static String accept(HttpServletRequest request) {
        Enumeration<String> accepts = request.getHeaders("Accept");
        if (!accepts.hasMoreElements()) {
            return " any";
        }
        String accept = accepts.nextElement();
        if (accepts.hasMoreElements()) {
            return null;
        } else if ("*/*".equals(accept)) {
            return " any";
        }
        return "application/json".equals(accept) ? " json" : null;
    }

    /** Requests of one shape are matched by the same operation. */
    String shape() {
        return shape;
    }

    HttpServletRequest request() {
        return request;
    }

    /** One segment of the path below the endpoint. */
    String segment(int index) {
        return segments[index];
    }

    /** The values of a query parameter; null if there is none. */
    List<String> query(String name) {
        if (query == null) {
            query = JAXRSUtils.getStructuredParams(request.getQueryString(), "&", true, true);
        }
        return query.get(name);
    }
}
