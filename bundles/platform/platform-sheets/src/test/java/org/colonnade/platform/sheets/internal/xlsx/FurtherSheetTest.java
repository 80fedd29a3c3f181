package org.colonnade.platform.sheets.internal.xlsx;

import static org.junit.Assert.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.colonnade.platform.api.sheet.ReadOptions;
import org.colonnade.platform.api.sheet.SheetReader;
import org.colonnade.platform.api.sheet.SheetRow;
import org.colonnade.platform.api.sheet.WriteOptions;
import org.colonnade.platform.sheets.internal.Tables;
import org.junit.Test;

public class FurtherSheetTest {

    @Test
    public void aFullSheetIsFollowedByAnother() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XlsxSheetWriter writer = new XlsxSheetWriter(out, WriteOptions.titled(List.of("n")), 400)) {
            for (int i = 0; i < 1000; i++) {
                writer.write(List.of(i));
            }
            assertEquals(1000, writer.rows());
            assertEquals(
                    List.of("A sheet has at most 400 rows, so the table goes on: it is on 3 sheets."),
                    writer.notices());
        }
        List<String> numbers = new ArrayList<>();
        for (String name : List.of("Sheet", "Sheet 2", "Sheet 3")) {
            try (SheetReader reader =
                    Tables.SHEETS.read(new ByteArrayInputStream(out.toByteArray()), ReadOptions.DETECT.sheet(name))) {
                assertEquals(List.of("Sheet", "Sheet 2", "Sheet 3"), reader.sheets());
                assertEquals("n", reader.next().cell(0));
                for (SheetRow row = reader.next(); row != null; row = reader.next()) {
                    numbers.add(row.cell(0));
                }
            }
        }
        assertEquals(1000, numbers.size());
        assertEquals("999", numbers.get(999));
    }
}
