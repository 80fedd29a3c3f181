package org.colonnade.platform.store.internal.audit;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.audit.Change;
import org.colonnade.platform.api.audit.Verdict.Fault;
import org.colonnade.platform.api.audit.Verdict.Wrong;
import org.colonnade.platform.store.internal.audit.Heads.Head;

/** Follows one chain from its first row and computes it anew. */
final class Walk {

    private static final int BATCH = 2_000;

    private final Connection connection;
    private final long company;
    private final AnchorLines anchors;
    private final Marks marks;
    private final Digests digests = new Digests();
    private long position;
    private long anchored;
    private byte[] chain;

    Walk(Connection connection, long company, AnchorLines anchors) {
        this.connection = connection;
        this.company = company;
        this.anchors = anchors;
        this.marks = new Marks(connection);
    }

    /** How many rows were found right. */
    long rows() {
        return position;
    }

    /** How many anchors were compared. */
    long anchored() {
        return anchored;
    }

    /**
     * Goes on to the end of what is chained now. May be called again for what was chained since.
     *
     * @return the first row that is wrong, or null
     */
    Wrong go() throws SQLException, IOException {
        Wrong wrong = null;
        boolean more = true;
        while (more && wrong == null) {
            List<StoredRow> batch = Rows.after(connection, company, position, BATCH);
            for (int i = 0; i < batch.size() && wrong == null; i++) {
                wrong = step(batch.get(i));
            }
            if (batch.isEmpty()) {
                Head head = Heads.of(connection, company);
                // rows may have been chained between the two looks
                more = head.position() > position
                        && !Rows.after(connection, company, position, 1).isEmpty();
                wrong = more ? null : end(head);
            }
        }
        return wrong;
    }

    /** What does not fit although every row does: asked when nothing waits any more. */
    Wrong rest() {
        StoredRow row = marks.unexcused();
        if (row != null) {
            return wrong(
                    row,
                    Fault.CONTENT,
                    "Its before or after was replaced, and the erasure that says so is not in the chain.");
        }
        Anchor ahead = anchors.peek();
        return ahead == null
                ? null
                : new Wrong(
                        company,
                        position + 1,
                        null,
                        Fault.ANCHOR,
                        "The database is behind its anchor: the chain ends at position " + position + ", but "
                                + ahead.at() + " it had come to " + ahead.position() + '.');
    }

    private Wrong step(StoredRow row) throws SQLException, IOException {
        if (row.row().position() != position + 1) {
            return missing("It is not there; the next row stands at position "
                    + row.row().position() + '.');
        }
        byte[] computed = digests.chain(chain, row.row());
        if (!Arrays.equals(computed, row.row().chain())) {
            return explain(row, computed);
        }
        byte[] content = row.content(digests);
        if (!Arrays.equals(content, row.row().payloadDigest()) && !excused(row, content)) {
            return wrong(row, Fault.CONTENT, "Its before or after is not what was written, and no erasure says so.");
        }
        if (row.row().action().equals(Change.ERASED)) {
            marks.met(row.row().id());
        }
        position++;
        chain = computed;
        return compare(row);
    }

    private boolean excused(StoredRow row, byte[] content) throws SQLException {
        return content != null
                && row.row().payloadDigest() != null
                && !row.row().action().equals(Change.ERASED)
                && marks.excuse(row, content, position);
    }

    /** An anchor at this row's position has its value; none lies between this row and the one before. */
    private Wrong compare(StoredRow row) throws IOException {
        Anchor anchor = anchors.peek();
        if (anchor == null || anchor.position() > position) {
            return null;
        }
        if (anchor.position() < position || !anchor.fits(chain)) {
            return wrong(
                    row,
                    Fault.ANCHOR,
                    "The chain does not pass through the anchor at position " + anchor.position() + " of " + anchor.at()
                            + ": it was written anew after the anchor before, or the database is another copy.");
        }
        anchored++;
        anchors.advance();
        return compare(row);
    }

    /** The row after it tells whether it is the row or its chain value that is not what it was. */
    private Wrong explain(StoredRow row, byte[] computed) throws SQLException {
        List<StoredRow> next = Rows.after(connection, company, row.row().position(), 1);
        if (!next.isEmpty() && follows(next.get(0), chain)) {
            return wrong(row, Fault.MISPLACED, "It was put in: the row after it was chained to the one before.");
        }
        if (next.isEmpty() || follows(next.get(0), row.row().chain())) {
            return wrong(
                    row, Fault.CHANGED, "One of its fields is not what was chained, or the row before it was removed.");
        }
        if (follows(next.get(0), computed)) {
            return wrong(row, Fault.CHAIN, "Its chain value does not follow from it and the row before.");
        }
        return wrong(row, Fault.MISPLACED, "It is not the row that was chained here: it was exchanged or put in.");
    }

    private boolean follows(StoredRow next, byte[] before) {
        return Arrays.equals(digests.chain(before, next.row()), next.row().chain());
    }

    private Wrong end(Head head) {
        if (head.position() > position) {
            return missing(
                    "It and all after it are not there; the chain had come to position " + head.position() + '.');
        }
        if (head.position() < position || !Arrays.equals(head.chain(), chain)) {
            return new Wrong(
                    company,
                    Math.min(head.position() + 1, position),
                    null,
                    Fault.CHAIN,
                    "The head of the chain, at position " + head.position() + ", does not fit the last row, at "
                            + position + '.');
        }
        return null;
    }

    private Wrong missing(String sentence) {
        return new Wrong(company, position + 1, null, Fault.MISSING, sentence);
    }

    private static Wrong wrong(StoredRow row, Fault fault, String sentence) {
        return new Wrong(
                row.row().company(), row.row().position(), Tsid.text(row.row().id()), fault, sentence);
    }
}
