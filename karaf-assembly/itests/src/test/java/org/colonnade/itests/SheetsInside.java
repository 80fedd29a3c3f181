package org.colonnade.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.sheet.ReadOptions;
import org.colonnade.platform.api.sheet.SheetFormat;
import org.colonnade.platform.api.sheet.SheetReader;
import org.colonnade.platform.api.sheet.SheetRow;
import org.colonnade.platform.api.sheet.SheetWriter;
import org.colonnade.platform.api.sheet.Sheets;
import org.colonnade.platform.api.sheet.WriteOptions;
import org.osgi.framework.BundleContext;

/** Tables are written and read inside the container, where the embedded library sees only what its bundle imports. */
final class SheetsInside {

    private final Sheets sheets;

    SheetsInside(BundleContext context) {
        sheets = context.getService(context.getServiceReference(Sheets.class));
    }

    void tablesThereAndBack() throws IOException {
        List<List<?>> rows = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            rows.add(Arrays.asList(
                    "=ลูกค้า " + i,
                    i,
                    null,
                    true,
                    LocalDate.of(2026, 3, 30),
                    LocalDateTime.of(2026, 3, 30, 14, 5),
                    12.5));
        }
        for (SheetFormat format : SheetFormat.values()) {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            try (SheetWriter writer = sheets.write(file, format, WriteOptions.titled(List.of("name", "n")))) {
                for (List<?> row : rows) {
                    writer.write(row);
                }
            }
            List<SheetRow> read = read(file.toByteArray());
            assertEquals(2001, read.size());
            assertEquals(List.of("name", "n"), read.get(0).cells());
            assertEquals("=ลูกค้า 1999", read.get(2000).cell(0));
            assertEquals("1999", read.get(2000).cell(1));
            assertEquals("true", read.get(2000).cell(3));
            assertEquals("2026-03-30", read.get(2000).cell(4));
            assertEquals("12.5", read.get(2000).cell(6));
        }
        refused("platform.sheet.broken", "PK\u0003\u0004 cut off");
        refused("platform.sheet.broken-row", "a,b\n1,\"half");
    }

    private void refused(String code, String file) {
        assertEquals(
                code,
                assertThrows(Problem.class, () -> read(file.getBytes(StandardCharsets.UTF_8)))
                        .code());
    }

    private List<SheetRow> read(byte[] file) throws IOException {
        List<SheetRow> rows = new ArrayList<>();
        try (SheetReader reader = sheets.read(new ByteArrayInputStream(file), ReadOptions.DETECT)) {
            for (SheetRow row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
            }
        }
        return rows;
    }
}
