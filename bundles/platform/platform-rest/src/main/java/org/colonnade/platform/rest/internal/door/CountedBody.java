package org.colonnade.platform.rest.internal.door;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;
import javax.servlet.http.HttpServletRequest;
import org.colonnade.platform.api.problem.TooLarge;

/** A request's body that ends in a refusal once it is longer than allowed, whatever its headers said. */
final class CountedBody extends ServletInputStream {

    private static final int PIECE = 1 << 16;
    private static final long MOST_THROWN_AWAY = 256L << 20;
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(15);

    private final HttpServletRequest request;
    private final long limit;
    private ServletInputStream body;
    private long count;
    private boolean broken;
    private MessageDigest digest;

    CountedBody(HttpServletRequest request, long limit) {
        this.request = request;
        this.limit = limit;
    }

    /** Has the digest of all that is read from now on. */
    void digest(MessageDigest with) {
        digest = with;
    }

    /** Reads the rest, for the digest's sake. Same refusals as {@link #read}. */
    void readRest() throws IOException {
        byte[] piece = new byte[PIECE];
        while (read(piece, 0, PIECE) >= 0) {
            // counted and digested on the way
        }
    }

    static TooLarge tooLarge(long limit) {
        return new TooLarge("platform.body.too-large", "A body of this kind has at most " + limit + " bytes.");
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = pull(into, offset, length);
        if (read > 0 && (count += read) > limit) {
            throw tooLarge(limit);
        }
        if (digest != null && read > 0) {
            digest.update(into, offset, read);
        }
        return read;
    }

    private int pull(byte[] into, int offset, int length) throws IOException {
        try {
            return body().read(into, offset, length);
        } catch (IOException e) {
            broken = true;
            throw e.getCause() instanceof TimeoutException ? new SlowBody(e) : new ClientGone(e);
        }
    }

    /** Opened as late as possible: a caller that waits for 100 (Continue) is told to go on by the first look at its body. */
    private ServletInputStream body() throws IOException {
        if (body == null) {
            body = request.getInputStream();
        }
        return body;
    }

    /**
     * Throws the rest away, within bounds, after the answer was sent: a caller that is still sending would otherwise see its connection
     * reset instead of the answer.
     */
    void drainAfter(Sending answer) throws IOException {
        if (broken || body == null && request.getHeader("Expect") != null || body != null && body.isFinished()) {
            return;
        }
        answer.send();
        drain();
    }

    private void drain() {
        byte[] piece = new byte[PIECE];
        long until = System.nanoTime() + LONGEST_NANOS;
        long thrown = 0;
        int read = 0;
        while (read >= 0 && thrown < MOST_THROWN_AWAY && System.nanoTime() < until) {
            try {
                read = pull(piece, 0, PIECE);
            } catch (IOException gone) {
                return;
            }
            thrown += read;
        }
    }

    @Override
    public int available() throws IOException {
        return body().available();
    }

    @Override
    public boolean isFinished() {
        return body != null && body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body != null && body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        throw new IllegalStateException("Bodies are read on the request's own thread");
    }

    /** Sends the answer. */
    @FunctionalInterface
    interface Sending {
        void send() throws IOException;
    }
}
