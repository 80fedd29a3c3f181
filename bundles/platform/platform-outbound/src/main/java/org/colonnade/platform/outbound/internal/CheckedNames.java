package org.colonnade.platform.outbound.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.outbound.internal.domain.Destinations;
import org.colonnade.platform.outbound.internal.domain.Literal;

/**
 * Resolves a name once for each connection, and gives the connection only addresses that were checked: what is connected to is what was
 * looked at. One forbidden address among several refuses the name.
 */
final class CheckedNames implements DnsResolver {

    private final Names names;
    private final Destinations destinations;

    CheckedNames(Names names, Destinations destinations) {
        this.names = names;
        this.destinations = destinations;
    }

    /** Where names are looked up. */
    @FunctionalInterface
    interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        InetAddress literal = Literal.of(bare);
        InetAddress[] found = literal == null ? names.of(bare) : new InetAddress[] {literal};
        if (found == null || found.length == 0) {
            throw new UnknownHostException(host);
        }
        try {
            for (InetAddress one : found) {
                destinations.check(one);
            }
        } catch (Rejected refusal) {
            throw new RefusedAddress(refusal);
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** On its way through the client, which knows failures of the network only. */
    static final class RefusedAddress extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        private final transient Rejected refusal;

        RefusedAddress(Rejected refusal) {
            super(refusal.getMessage());
            this.refusal = refusal;
        }

        Rejected refusal() {
            return refusal;
        }
    }
}
