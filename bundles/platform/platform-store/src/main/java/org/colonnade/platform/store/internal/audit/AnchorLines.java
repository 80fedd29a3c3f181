package org.colonnade.platform.store.internal.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/** Reads the anchors of one company from the oldest on. */
final class AnchorLines implements AutoCloseable {

    private final BufferedReader reader;
    private final long company;
    private String ahead;
    private int number;
    private Anchor next;

    AnchorLines(Reader reader, long company) throws IOException {
        this.reader = new BufferedReader(reader);
        this.company = company;
        this.ahead = this.reader.readLine();
        advance();
    }

    /** The next anchor, or null behind the last. */
    Anchor peek() {
        return next;
    }

    /** @throws IOException if a line cannot be read; the last one may be half-written and is then passed over */
    void advance() throws IOException {
        next = null;
        while (next == null && ahead != null) {
            String line = ahead;
            ahead = reader.readLine();
            number++;
            next = parse(line);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private Anchor parse(String line) throws IOException {
        try {
            Anchor anchor = Anchor.parse(line);
            return anchor.company() == company ? anchor : null;
        } catch (IllegalArgumentException broken) {
            if (ahead != null) {
                throw new IOException("Line " + number + " of the anchors cannot be read", broken);
            }
            return null;
        }
    }
}
