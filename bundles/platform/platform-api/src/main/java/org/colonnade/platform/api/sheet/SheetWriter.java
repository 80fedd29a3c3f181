package org.colonnade.platform.api.sheet;

import java.io.IOException;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Writes a table row by row, whatever its length, in constant memory. Used by one thread. */
@ProviderType
public interface SheetWriter extends AutoCloseable {

    /**
     * Writes one row. A cell is a text, a number, a boolean, a {@code LocalDate}, {@code LocalDateTime}, {@code Instant} (in UTC), anything
     * else as its text, or null for an empty one. A workbook that is full goes on with a further sheet. In CSV a text that a spreadsheet
     * would take for a formula gets an apostrophe in front, which reading takes away.
     *
     * @throws org.colonnade.platform.api.problem.Rejected {@code platform.sheet.cell-too-long}: a workbook's cell has at most 32,767
     *     characters, and nothing is cut; {@code platform.sheet.too-many-columns}: a workbook has 16,384
     */
    void write(List<?> cells) throws IOException;

    /** How many rows were written, the titles not counted. */
    long rows();

    /** What a person should know, in whole sentences: that the table goes on with a further sheet. */
    List<String> notices();

    /** Completes the file; the stream that it was written to stays open. Without it the file is broken. */
    @Override
    void close() throws IOException;
}
