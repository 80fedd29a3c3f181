package org.colonnade.platform.sheets.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.colonnade.platform.api.sheet.SheetFormat;
import org.colonnade.platform.api.sheet.SheetReader;
import org.colonnade.platform.api.sheet.SheetRow;

/** A reader whose file goes with it. */
record SpooledReader(SheetReader reader, Path spool) implements SheetReader {

    @Override
    public SheetFormat format() {
        return reader.format();
    }

    @Override
    public List<String> sheets() {
        return reader.sheets();
    }

    @Override
    public List<String> notices() {
        return reader.notices();
    }

    @Override
    public SheetRow next() throws IOException {
        return reader.next();
    }

    @Override
    public void close() throws IOException {
        try {
            reader.close();
        } finally {
            Files.deleteIfExists(spool);
        }
    }
}
