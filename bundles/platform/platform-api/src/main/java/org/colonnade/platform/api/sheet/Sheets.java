package org.colonnade.platform.api.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Reads and writes tables as CSV and XLSX. Whatever a stranger sends is read within limits: how large a workbook becomes when it is
 * unpacked, how many columns there are, how long a cell is; no entities, no links, no macros.
 */
@ProviderType
public interface Sheets {

    /**
     * Opens a table.
     *
     * @throws org.colonnade.platform.api.problem.Malformed {@code platform.sheet.empty}, {@code platform.sheet.not-a-table},
     *     {@code platform.sheet.encrypted}, {@code platform.sheet.old-format}, {@code platform.sheet.broken},
     *     {@code platform.sheet.charset}, {@code platform.sheet.xml-refused}
     * @throws org.colonnade.platform.api.problem.Rejected {@code platform.sheet.option}, {@code platform.sheet.no-such-sheet},
     *     {@code platform.sheet.too-large}
     */
    SheetReader read(Path file, ReadOptions options) throws IOException;

    /** Opens a table that comes as a stream; it is kept in a file beside the platform's data until the reader is closed. */
    SheetReader read(InputStream content, ReadOptions options) throws IOException;

    /**
     * Begins a table.
     *
     * @param out is buffered here and not closed
     * @throws org.colonnade.platform.api.problem.Rejected {@code platform.sheet.option}
     */
    SheetWriter write(OutputStream out, SheetFormat format, WriteOptions options) throws IOException;
}
