package org.colonnade.platform.store.internal.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/**
 * The audit's SHA-256 values. Every field goes in with its length, so that no two rows read the same. Belongs to one thread; the bytes
 * that it takes in are the format of the chain and never change.
 */
final class Digests {

    /** The length of a digest in bytes. */
    static final int LENGTH = 32;

    /** What stands before the first row of a chain. */
    private static final byte[] NOTHING = new byte[LENGTH];

    private static final int ABSENT = -1;
    private static final long MICROS = 1_000_000L;
    private static final int NANOS = 1_000;

    private final MessageDigest sha = sha();
    private final byte[] number = new byte[Long.BYTES];

    /** Of what may be erased: the salt keeps short texts from being guessed. */
    byte[] payload(byte[] salt, String before, String after) {
        bytes(salt);
        text(before);
        text(after);
        return sha.digest();
    }

    /** Of a row in its place: the chain up to it, given the chain before. */
    byte[] chain(byte[] before, ChainedRow row) {
        number(row.id());
        number(row.company());
        number(micros(row.at()));
        text(row.actor());
        text(row.requestId());
        text(row.action());
        text(row.subject());
        number(row.version());
        bytes(row.payloadDigest());
        if (row.principal() != null) { // rows of before substitutes read as they always did
            text(row.principal());
        }
        byte[] own = sha.digest();
        sha.update(before == null ? NOTHING : before);
        sha.update(own);
        return sha.digest();
    }

    private void text(String text) {
        bytes(text == null ? null : text.getBytes(StandardCharsets.UTF_8));
    }

    private void bytes(byte[] bytes) {
        number(bytes == null ? ABSENT : bytes.length);
        if (bytes != null) {
            sha.update(bytes);
        }
    }

    private void number(long value) {
        for (int i = 0; i < Long.BYTES; i++) {
            number[i] = (byte) (value >>> (Long.SIZE - Byte.SIZE * (i + 1)));
        }
        sha.update(number);
    }

    private static long micros(Instant at) {
        return at.getEpochSecond() * MICROS + at.getNano() / NANOS;
    }

    private static MessageDigest sha() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
