package org.colonnade.platform.sheets.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.colonnade.platform.api.problem.Malformed;
import org.colonnade.platform.api.sheet.ReadOptions;
import org.colonnade.platform.api.sheet.SheetFormat;
import org.colonnade.platform.api.sheet.SheetReader;
import org.colonnade.platform.api.sheet.SheetWriter;
import org.colonnade.platform.api.sheet.Sheets;
import org.colonnade.platform.api.sheet.WriteOptions;
import org.colonnade.platform.sheets.internal.csv.CsvSheetReader;
import org.colonnade.platform.sheets.internal.csv.CsvSheetWriter;
import org.colonnade.platform.sheets.internal.xlsx.XlsxSheetReader;
import org.colonnade.platform.sheets.internal.xlsx.XlsxSheetWriter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/** Finds out what a file is and opens it as that. */
@Component(configurationPid = SheetsConfig.PID)
@Designate(ocd = SheetsConfig.class)
public final class StreamSheets implements Sheets {

    private volatile Limits limits;

    @Activate
    public StreamSheets(SheetsConfig config) {
        this(Limits.of(config));
    }

    StreamSheets(Limits limits) {
        this.limits = limits;
    }

    @Modified
    void change(SheetsConfig config) {
        limits = Limits.of(config);
    }

    @Override
    public SheetReader read(Path file, ReadOptions options) throws IOException {
        byte[] start = start(file);
        if (start.length == 0) {
            throw new Malformed("platform.sheet.empty", "The file is empty.");
        }
        boolean zip = begins(start, 'P', 'K', 3, 4) || begins(start, 'P', 'K', 5, 6);
        SheetFormat format = options.format() == null ? zip ? SheetFormat.XLSX : SheetFormat.CSV : options.format();
        if (begins(start, 0xd0, 0xcf, 0x11, 0xe0)) {
            throw Compound.refusal(file);
        }
        if (format == SheetFormat.CSV) {
            if (zip) {
                throw new Malformed("platform.sheet.not-a-table", "The file is an archive or a workbook, not CSV.");
            }
            return new CsvSheetReader(file, options, limits);
        }
        if (!zip) {
            throw new Malformed("platform.sheet.not-a-table", "The file is no workbook; XLSX is a ZIP archive.");
        }
        return new XlsxSheetReader(file, options, limits);
    }

    @Override
    public SheetReader read(InputStream content, ReadOptions options) throws IOException {
        Path spool = Files.createTempFile("colonnade-sheet", ".in");
        try {
            try (OutputStream out = Files.newOutputStream(spool)) {
                new Received(content, limits.received()).transferTo(out);
            }
            return new SpooledReader(read(spool, options), spool);
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(spool);
            throw failure;
        }
    }

    @Override
    public SheetWriter write(OutputStream out, SheetFormat format, WriteOptions options) throws IOException {
        return switch (format) {
            case CSV -> new CsvSheetWriter(out, options);
            case XLSX -> new XlsxSheetWriter(out, options);
        };
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(8);
        }
    }

    private static boolean begins(byte[] start, int... signature) {
        if (start.length < signature.length) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if ((start[i] & 0xff) != signature[i]) {
                return false;
            }
        }
        return true;
    }
}
