package org.colonnade.platform.store.internal.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The head of a chain as it was noted outside the database.
 *
 * @param at when
 * @param company whose chain
 * @param position of its last row
 * @param chain the value of that row
 */
record Anchor(Instant at, long company, long position, byte[] chain) {

    /** @throws IllegalArgumentException if it is no line of an anchor file */
    static Anchor parse(String line) {
        String[] parts = line.split(" ", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("An anchor has four parts");
        }
        try {
            byte[] chain = HexFormat.of().parseHex(parts[3]);
            if (chain.length == Digests.LENGTH) {
                return new Anchor(Instant.parse(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]), chain);
            }
            throw new IllegalArgumentException("An anchor has a whole chain value");
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }

    boolean fits(byte[] value) {
        return Arrays.equals(chain, value);
    }

    @Override
    public String toString() {
        return at + " " + company + ' ' + position + ' ' + HexFormat.of().formatHex(chain);
    }
}
