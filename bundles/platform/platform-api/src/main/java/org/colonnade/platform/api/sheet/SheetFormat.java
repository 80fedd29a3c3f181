package org.colonnade.platform.api.sheet;

/** How a table is kept in a file. */
public enum SheetFormat {
    /** Text with a delimiter between the cells (RFC 4180). */
    CSV("text/csv;charset=utf-8", "csv"),
    /** A workbook (ISO/IEC 29500). */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");

    private final String contentType;
    private final String suffix;

    SheetFormat(String contentType, String suffix) {
        this.contentType = contentType;
        this.suffix = suffix;
    }

    /** The media type of such a file as the platform writes it. */
    public String contentType() {
        return contentType;
    }

    /** What the name of such a file ends with, without the dot. */
    public String suffix() {
        return suffix;
    }
}
