package org.colonnade.crm.internal.intake;

import java.util.List;
import org.colonnade.crm.api.FileFormat;
import org.colonnade.crm.api.ImportOptions;
import org.colonnade.platform.api.sheet.ReadOptions;

/**
 * How a file is to be read, as it is kept with the import.
 *
 * @param format cards or a table
 * @param mapping what the caller says about columns
 * @param delimiter between cells; null to find out
 * @param charset of the file; null to find out
 * @param sheet of a workbook; null for the first
 */
record FileOptions(FileFormat format, List<String> mapping, String delimiter, String charset, String sheet) {

    static FileOptions of(FileFormat format, ImportOptions options) {
        return new FileOptions(
                format,
                options.mapping(),
                options.delimiter() == null || options.delimiter().isEmpty() ? null : options.delimiter(),
                options.charset() == null || options.charset().isBlank() ? null : options.charset(),
                options.sheet() == null || options.sheet().isEmpty() ? null : options.sheet());
    }

    /** For the reader of tables. @param fallback the charset of a file that is not UTF-8 */
    ReadOptions table(String fallback) {
        return new ReadOptions(null, sheet, delimiter, charset, fallback);
    }
}
