package org.colonnade.platform.api.sheet;

import java.io.IOException;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Reads a table row by row, whatever its length, in constant memory. Used by one thread. */
@ProviderType
public interface SheetReader extends AutoCloseable {

    /** What the file turned out to be. */
    SheetFormat format();

    /** Of a workbook: the names of its sheets that can be seen, in their order; of CSV: empty. */
    List<String> sheets();

    /** What a person should know about how the file was read, in whole sentences: a charset that was guessed, a second sheet not read. */
    List<String> notices();

    /**
     * The next row that is not empty; of CSV a row without any cell, of a workbook one without any text is passed over.
     *
     * @return null after the last
     * @throws org.colonnade.platform.api.problem.Malformed {@code platform.sheet.broken}, {@code platform.sheet.broken-row},
     *     {@code platform.sheet.charset}, {@code platform.sheet.xml-refused}, {@code platform.sheet.not-text}
     * @throws org.colonnade.platform.api.problem.Rejected {@code platform.sheet.too-many-columns}, {@code platform.sheet.cell-too-long},
     *     {@code platform.sheet.too-large}
     */
    SheetRow next() throws IOException;

    @Override
    void close() throws IOException;
}
