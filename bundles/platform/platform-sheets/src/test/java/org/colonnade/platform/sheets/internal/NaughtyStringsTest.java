package org.colonnade.platform.sheets.internal;

import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.sheet.ReadOptions;
import org.colonnade.platform.api.sheet.SheetFormat;
import org.colonnade.platform.api.sheet.WriteOptions;
import org.junit.Test;

/** Whatever text is written is read again, in either format. */
public class NaughtyStringsTest {

    private static final String SIGNS = "'=+-@\t\r\n\"',;| _x005F_x\u0001\u001f\ufffe\uffff<>&]]>กé\ud83d\ude00a1";

    @Test
    public void theBigList() throws IOException {
        Path folder = Path.of(System.getProperty("colonnade.corpora", "none"), "09-naughty-inputs", "strings");
        org.junit.Assume.assumeTrue("the corpora lie beside the checkout", Files.isDirectory(folder));
        List<List<String>> rows = new ArrayList<>();
        for (String text : new JsonMapper()
                .readValue(folder.resolve("naughty-strings.share.json").toFile(), String[].class)) {
            if (Fields.storable(text)) {
                rows.add(List.of("x", text, "y"));
            }
        }
        survives(rows);
    }

    @Test
    public void whateverIsMadeUp() throws IOException {
        Random random = new Random(7);
        int[] signs = SIGNS.codePoints().toArray();
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < 3000; row++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(9); length > 0; length--) {
                text.appendCodePoint(signs[random.nextInt(signs.length)]);
            }
            rows.add(List.of("x", text.toString(), "y"));
        }
        survives(rows);
    }

    private static void survives(List<List<String>> rows) throws IOException {
        for (SheetFormat format : SheetFormat.values()) {
            byte[] file = Tables.written(format, WriteOptions.titled(List.of("a", "b", "c")), rows);
            List<List<String>> read = Tables.read(file, ReadOptions.DETECT);
            assertEquals(rows.size() + 1, read.size());
            for (int i = 0; i < rows.size(); i++) {
                assertEquals(format + " row " + i, rows.get(i), read.get(i + 1));
            }
        }
    }
}
