package org.colonnade.crm.api;

/** In what an address book is kept. */
public enum FileFormat {
    /** vCards of version 2.1, 3.0 and 4.0, any number of them. */
    VCARD,
    /** Rows under a header: comma-separated values or a workbook (XLSX); the file tells which. */
    TABLE
}
