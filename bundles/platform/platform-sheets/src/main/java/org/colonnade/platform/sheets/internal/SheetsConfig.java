package org.colonnade.platform.sheets.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Every key of {@code etc/org.colonnade.sheets.cfg}; all of them may be missing. */
@ObjectClassDefinition(
        id = SheetsConfig.PID,
        name = "Colonnade: sheets",
        description = "How large a table in a file may be that somebody sends. A change holds for the next file.")
public @interface SheetsConfig {

    /** The configuration's pid. */
    String PID = "org.colonnade.sheets";

    @AttributeDefinition(name = "Columns", description = "The most columns of a table.", min = "1", max = "16384")
    int columns() default 1000;

    @AttributeDefinition(name = "Cell", description = "The most characters of a cell.", min = "100", max = "4194304")
    int cellCharacters() default 65536;

    @AttributeDefinition(
            name = "Received",
            description = "MiB of a file that comes as a stream.",
            min = "1",
            max = "102400")
    int receivedMegabytes() default 1024;

    @AttributeDefinition(
            name = "Unpacked",
            description = "MiB of a workbook's parts together when they are unpacked.",
            min = "1",
            max = "102400")
    int unpackedMegabytes() default 4096;

    @AttributeDefinition(
            name = "Texts",
            description =
                    "MiB of a workbook's table of texts when it is unpacked; it is held in memory while the workbook is read.",
            min = "1",
            max = "4096")
    int textsMegabytes() default 64;

    @AttributeDefinition(
            name = "Ratio",
            description =
                    "How many times larger a part of a workbook may become when it is unpacked, beyond the first 16 MiB.",
            min = "10",
            max = "1000")
    int ratio() default 200;

    @AttributeDefinition(name = "Parts", description = "The most parts of a workbook.", min = "10", max = "100000")
    int parts() default 10000;
}
