package org.colonnade.platform.rest.internal.door;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;

/** A request that came by trusted proxies, as its sender sent it to the first of them. */
final class ProxiedRequest extends HttpServletRequestWrapper {

    private final String address;
    private final String scheme;

    /** @param scheme null where the proxies do not say */
    ProxiedRequest(HttpServletRequest request, String address, String scheme) {
        super(request);
        this.address = address;
        this.scheme = scheme;
    }

    @Override
    public String getRemoteAddr() {
        return address;
    }

    @Override
    public String getRemoteHost() {
        return address;
    }

    @Override
    public String getScheme() {
        return scheme == null ? super.getScheme() : scheme;
    }

    @Override
    public boolean isSecure() {
        return scheme == null ? super.isSecure() : scheme.equals("https");
    }
}
