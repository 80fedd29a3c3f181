package org.colonnade.platform.outbound.internal.domain;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.colonnade.platform.api.problem.Rejected;

/**
 * Where calls may go.
 *
 * @param http whether plain http is allowed
 * @param hosts names, or {@code *.example.com} for all below one; empty for every name
 * @param networks ranges that are allowed although they are private
 */
public record Destinations(boolean http, List<String> hosts, List<Network> networks) {

    private static final int LENGTH = 2000;

    public Destinations {
        hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
        networks = List.copyOf(networks);
    }

    /**
     * Reads an address of the web and checks all of it that can be seen without asking anybody.
     *
     * @throws Rejected {@code platform.outbound.url}, {@code platform.outbound.scheme}, {@code platform.outbound.host},
     *     {@code platform.outbound.address}
     */
    public URI read(String url) {
        URI uri = parsed(url);
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(http && scheme.equals("http"))) {
            throw refused("scheme", http ? "Only https and http are called." : "Only https is called.");
        }
        String host = host(uri);
        InetAddress address = Literal.of(host);
        if (address == null && Literal.looksLikeOne(host)) {
            throw refused("url", "An address in numbers is written in four decimal parts.");
        }
        if (!listed(host)) {
            throw refused("host", "The host is not among those that the configuration allows.");
        }
        if (address != null) {
            check(address);
        }
        return uri;
    }

    /** @throws Rejected {@code platform.outbound.address} */
    public void check(InetAddress resolved) {
        InetAddress address = Network.plain(resolved);
        if (SpecialRanges.hold(address) && networks.stream().noneMatch(range -> range.holds(address))) {
            throw refused("address", "The address lies in a range that is not called.");
        }
    }

    /** The host as it is asked for, without the brackets of IPv6 addresses. */
    public static String host(URI uri) {
        String host = uri.getHost();
        return (host.startsWith("[") ? host.substring(1, host.length() - 1) : host).toLowerCase(Locale.ROOT);
    }

    private boolean listed(String host) {
        return hosts.isEmpty()
                || hosts.stream()
                        .anyMatch(allowed ->
                                allowed.startsWith("*.") ? host.endsWith(allowed.substring(1)) : host.equals(allowed));
    }

    private static URI parsed(String url) {
        try {
            URI uri = url == null || url.length() > LENGTH ? null : new URI(url);
            if (uri != null
                    && uri.getScheme() != null
                    && uri.getHost() != null
                    && uri.getHost().indexOf('%') < 0
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null
                    && uri.getPort() <= 65_535
                    && uri.getPort() != 0) {
                return uri;
            }
        } catch (URISyntaxException none) {
            // said below
        }
        throw refused(
                "url",
                "This is no address such as https://example.com/path of at most " + LENGTH
                        + " characters, without user and fragment.");
    }

    private static Rejected refused(String what, String sentence) {
        return new Rejected("platform.outbound." + what, sentence).field("url", sentence);
    }
}
