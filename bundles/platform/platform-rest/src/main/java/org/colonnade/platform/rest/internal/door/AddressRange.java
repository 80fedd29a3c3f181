package org.colonnade.platform.rest.internal.door;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses that begin with the same bits, as in {@code 10.0.0.0/8} or {@code 2001:db8::/32}. Names are never looked up. */
final class AddressRange {

    private static final Pattern FOUR =
            Pattern.compile("(25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");
    private static final Pattern SIX = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*");
    private static final int LONGEST = 45;

    private final byte[] begin;
    private final int bits;

    private AddressRange(byte[] begin, int bits) {
        this.begin = begin;
        this.bits = bits;
    }

    /** Reads a range, or one address. */
    static Optional<AddressRange> of(String text) {
        String[] parts = text.split("/", -1);
        Optional<InetAddress> address = parts.length > 2 ? Optional.empty() : address(parts[0]);
        if (address.isEmpty()) {
            return Optional.empty();
        }
        byte[] bytes = address.get().getAddress();
        int all = bytes.length * Byte.SIZE;
        int bits = parts.length == 1 ? all : parts[1].matches("\\d{1,3}") ? Integer.parseInt(parts[1]) : -1;
        return bits < 0 || bits > all ? Optional.empty() : Optional.of(new AddressRange(bytes, bits));
    }

    /** An address in figures, with or without the brackets of a version 6 address. */
    static Optional<InetAddress> address(String text) {
        String plain = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        if (plain.length() > LONGEST
                || !FOUR.matcher(plain).matches() && !SIX.matcher(plain).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(plain));
        } catch (UnknownHostException broken) {
            return Optional.empty();
        }
    }

    /** Whether it is every address there is. */
    boolean isEverything() {
        return bits == 0;
    }

    boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length != begin.length) {
            return false;
        }
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> i % Byte.SIZE;
            if ((bytes[i / Byte.SIZE] & mask) != (begin[i / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }
}
