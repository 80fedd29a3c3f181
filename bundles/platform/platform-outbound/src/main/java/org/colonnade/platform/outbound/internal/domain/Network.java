package org.colonnade.platform.outbound.internal.domain;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * A range of addresses of one family.
 *
 * @param first its first address
 * @param bits how many bits all its addresses share
 */
public record Network(InetAddress first, int bits) {

    /**
     * Reads CIDR notation; a plain address is a range of one.
     *
     * @throws IllegalArgumentException with a sentence for people
     */
    public static Network of(String text) {
        int slash = text.indexOf('/');
        InetAddress first = Literal.of(slash < 0 ? text : text.substring(0, slash));
        int most = first == null ? 0 : first.getAddress().length * Byte.SIZE;
        String length = slash < 0 ? Integer.toString(most) : text.substring(slash + 1);
        if (first == null || !length.matches("\\d{1,3}") || Integer.parseInt(length) > most) {
            throw new IllegalArgumentException("'" + text + "' is no range of addresses such as 10.1.0.0/16.");
        }
        return new Network(first, Integer.parseInt(length));
    }

    /** Whether the address lies in it. */
    public boolean holds(InetAddress address) {
        byte[] range = first.getAddress();
        byte[] bytes = address.getAddress();
        if (range.length != bytes.length) {
            return false;
        }
        int whole = bits / Byte.SIZE;
        for (int i = 0; i < whole; i++) {
            if (range[i] != bytes[i]) {
                return false;
            }
        }
        int rest = bits % Byte.SIZE;
        return rest == 0 || (range[whole] & 0xff) >> (Byte.SIZE - rest) == (bytes[whole] & 0xff) >> (Byte.SIZE - rest);
    }

    /** The address without its clothes: an IPv4 address that an IPv6 one carries. */
    static InetAddress plain(InetAddress address) {
        byte[] bytes = address.getAddress();
        try {
            // Java itself makes an IPv4 address of a mapped one; and a scope is left behind
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
