package org.colonnade.platform.rest.internal.door;

import java.io.BufferedReader;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import javax.servlet.ServletInputStream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import javax.servlet.http.HttpSession;

/** A request as the functions' endpoints see it: its body counted, without sessions, and without headers that would steer CXF. */
final class GuardedRequest extends HttpServletRequestWrapper {

    /** CXF takes a request with this header for one that wants no answer. */
    private static final String ONE_WAY = "OnewayRequest";

    private final CountedBody body;

    GuardedRequest(HttpServletRequest request, CountedBody body) {
        super(request);
        this.body = body;
    }

    @Override
    public ServletInputStream getInputStream() {
        return body;
    }

    @Override
    public BufferedReader getReader() {
        throw new IllegalStateException("Bodies are read as bytes");
    }

    @Override
    public String getHeader(String name) {
        return ONE_WAY.equalsIgnoreCase(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return ONE_WAY.equalsIgnoreCase(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        List<String> names = Collections.list(super.getHeaderNames());
        names.removeIf(ONE_WAY::equalsIgnoreCase);
        return Collections.enumeration(names);
    }

    @Override
    public boolean isAsyncSupported() {
        return false;
    }

    @Override
    public HttpSession getSession() {
        return getSession(true);
    }

    @Override
    public HttpSession getSession(boolean create) {
        if (create) {
            throw new IllegalStateException("The platform keeps no sessions");
        }
        return null;
    }
}
