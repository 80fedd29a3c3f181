package org.colonnade.platform.outbound.internal.domain;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Addresses that are not somebody's place on the public internet: this machine, networks of one's own, links, groups, the services of
 * clouds that tell secrets, and what carries IPv4 addresses in IPv6 ones (IANA's registries of special-purpose addresses).
 */
final class SpecialRanges {

    private static final List<Network> IPV4 = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    // link-local, with the metadata services of clouds
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4")
            .map(Network::of)
            .toList();

    /** All public addresses lie in here; loopback, unique-local, link-local, multicast and translated ones do not. */
    private static final Network GLOBAL = Network.of("2000::/3");

    private static final List<Network> IPV6 = Stream.of("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
            .map(Network::of)
            .toList();

    private SpecialRanges() {}

    static boolean hold(InetAddress address) {
        return address instanceof Inet4Address
                ? IPV4.stream().anyMatch(range -> range.holds(address))
                : !GLOBAL.holds(address) || IPV6.stream().anyMatch(range -> range.holds(address));
    }
}
