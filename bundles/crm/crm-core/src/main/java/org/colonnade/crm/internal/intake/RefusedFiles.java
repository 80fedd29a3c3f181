package org.colonnade.crm.internal.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.colonnade.crm.internal.store.ImportStore;
import org.colonnade.platform.api.sheet.SheetFormat;
import org.colonnade.platform.api.sheet.SheetWriter;
import org.colonnade.platform.api.sheet.Sheets;
import org.colonnade.platform.api.sheet.WriteOptions;
import org.colonnade.platform.api.store.Tx;

/** What an import refused, in files: as it came, to be mended and sent again; or with the reasons, to be read. */
final class RefusedFiles {

    private static final List<String> TITLES = List.of("place", "line", "code", "reasons", "entry");

    private final Tx tx;
    private final Sheets sheets;
    private final ImportStore imports = new ImportStore();

    RefusedFiles(Tx tx, Sheets sheets) {
        this.tx = tx;
        this.sheets = sheets;
    }

    /** Works on one refused card or row. */
    @FunctionalInterface
    private interface Line {
        void write(ImportStore.Raw raw) throws IOException;
    }

    void asTheyCame(long id, OutputStream out) throws IOException {
        out.write(tx.read(work -> imports.header(work, id)));
        each(id, raw -> {
            out.write(raw.bytes());
            if (raw.bytes().length > 0 && raw.bytes()[raw.bytes().length - 1] != '\n') {
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        });
    }

    void withReasons(long id, OutputStream out) throws IOException {
        try (SheetWriter table = sheets.write(out, SheetFormat.CSV, WriteOptions.titled(TITLES))) {
            each(
                    id,
                    raw -> table.write(Arrays.asList(
                            raw.place(),
                            raw.line(),
                            raw.code(),
                            String.join("; ", raw.messages()),
                            new String(raw.bytes(), StandardCharsets.UTF_8).strip())));
        }
    }

    private void each(long id, Line line) throws IOException {
        List<ImportStore.Raw> chunk = next(id, 0);
        while (!chunk.isEmpty()) {
            for (ImportStore.Raw raw : chunk) {
                line.write(raw);
            }
            chunk = next(id, chunk.get(chunk.size() - 1).place());
        }
    }

    private List<ImportStore.Raw> next(long id, long after) {
        return tx.read(work -> imports.refused(work, id, after));
    }
}
