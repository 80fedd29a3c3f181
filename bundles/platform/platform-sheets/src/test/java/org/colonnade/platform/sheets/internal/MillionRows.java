package org.colonnade.platform.sheets.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.colonnade.platform.api.sheet.ReadOptions;
import org.colonnade.platform.api.sheet.SheetFormat;
import org.colonnade.platform.api.sheet.SheetReader;
import org.colonnade.platform.api.sheet.SheetWriter;
import org.colonnade.platform.api.sheet.WriteOptions;

/** A million rows of ten cells, written and read: to be run by hand, with {@code -Xmx128m}. */
public final class MillionRows {

    private static final int ROWS = 1_000_000;

    private MillionRows() {}

    public static void main(String[] formats) throws IOException {
        PrintStream out = System.out;
        for (SheetFormat format : SheetFormat.values()) {
            Path file = Files.createTempFile("million", '.' + format.suffix());
            try {
                long began = System.nanoTime();
                write(file, format);
                long written = System.nanoTime();
                long rows = read(file);
                long read = System.nanoTime();
                out.printf(
                        "%s: %d rows, %.1f MB; written in %.1f s, read in %.1f s; heap used %d MB of %d%n",
                        format,
                        rows,
                        Files.size(file) / 1e6,
                        (written - began) / 1e9,
                        (read - written) / 1e9,
                        (Runtime.getRuntime().totalMemory()
                                        - Runtime.getRuntime().freeMemory())
                                >> 20,
                        Runtime.getRuntime().maxMemory() >> 20);
            } finally {
                Files.delete(file);
            }
        }
    }

    private static void write(Path file, SheetFormat format) throws IOException {
        LocalDate day = LocalDate.of(2026, 1, 1);
        try (OutputStream out = Files.newOutputStream(file);
                SheetWriter writer = Tables.SHEETS.write(
                        out, format, WriteOptions.titled(List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j")))) {
            for (int i = 0; i < ROWS; i++) {
                writer.write(List.of(
                        "Customer " + i,
                        "ลูกค้า " + i % 977,
                        "mail" + i + "@example.com",
                        i,
                        BigDecimal.valueOf(i * 7L, 2),
                        i % 2 == 0,
                        day.plusDays(i % 1000),
                        "+66 2 123 " + i % 10_000,
                        "Bangkok",
                        "a text of some length that stands in many rows"));
            }
        }
    }

    private static long read(Path file) throws IOException {
        try (SheetReader reader = Tables.SHEETS.read(file, ReadOptions.DETECT)) {
            long rows = -1;
            for (var row = reader.next(); row != null; row = reader.next()) {
                if (row.cells().size() != 10) {
                    throw new IllegalStateException(
                            "row " + row.number() + " has " + row.cells().size() + " cells");
                }
                rows++;
            }
            return rows;
        }
    }
}
