package org.colonnade.platform.api.outbound;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Sends requests to addresses that people gave. Allowed are https (plain http where the configuration says so), public addresses, and what
 * the configuration allows besides; loopback, private, link-local and other special ranges are refused in every spelling. The address that
 * is connected to is the one that was checked, so a name that resolves differently the second time gains nothing. Redirects are not
 * followed, no proxy is used, no cookies are kept.
 */
@ProviderType
public interface Outbound {

    /**
     * Whether a destination may be called as things stand: by its text, the configuration, and what its name resolves to now. A name that
     * does not resolve passes; it is looked at again with each call.
     *
     * @param url absolute, {@code https://host[:port]/path}
     * @throws org.colonnade.platform.api.problem.Rejected {@code platform.outbound.url} for what is no such address,
     *     {@code platform.outbound.scheme}, {@code platform.outbound.host} for a host that is not in the list of those allowed,
     *     {@code platform.outbound.address} for an address in a range that is not allowed
     */
    void check(String url);

    /**
     * Sends one request and waits for its answer, whatever its status; never sends it again by itself.
     *
     * @throws org.colonnade.platform.api.problem.Rejected as {@link #check}
     * @throws org.colonnade.platform.api.problem.Unavailable {@code platform.outbound.unresolved}, {@code platform.outbound.unreachable},
     *     {@code platform.outbound.tls} where the other side's certificate does not fit, {@code platform.outbound.timeout},
     *     {@code platform.outbound.broken} where the answer is none or the connection broke off
     */
    OutboundAnswer send(OutboundCall call);
}
