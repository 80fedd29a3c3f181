package org.colonnade.crm.api;

import java.util.List;

/**
 * How to read a file.
 *
 * @param dryRun do the whole work and store no party
 * @param mapping for tables: {@code <column>=<field>}, overriding what the headers say; empty for vCard
 * @param delimiter for CSV: the one character between cells, or null to find out
 * @param charset the file's character set, or null to find out
 * @param sheet for workbooks: the name of the sheet, or null for the first
 */
public record ImportOptions(boolean dryRun, List<String> mapping, String delimiter, String charset, String sheet) {

    public ImportOptions {
        mapping = mapping == null ? List.of() : List.copyOf(mapping);
    }

    /** Without a sheet. */
    public ImportOptions(boolean dryRun, List<String> mapping, String delimiter, String charset) {
        this(dryRun, mapping, delimiter, charset, null);
    }

    /** Finds everything out by itself. */
    public static ImportOptions real() {
        return new ImportOptions(false, List.of(), null, null);
    }

    /** Finds everything out by itself and stores nothing. */
    public static ImportOptions trial() {
        return new ImportOptions(true, List.of(), null, null);
    }
}
