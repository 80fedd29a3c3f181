package org.colonnade.platform.sheets.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.colonnade.platform.api.problem.Malformed;

/** A file in Microsoft's older container: an encrypted workbook, or one in the format before XLSX. Neither is read. */
final class Compound {

    private static final int ENOUGH = 1 << 22;
    private static final String ENCRYPTED =
            new String("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);

    private Compound() {}

    static Malformed refusal(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String bytes = new String(in.readNBytes(ENOUGH), StandardCharsets.ISO_8859_1);
            return bytes.contains(ENCRYPTED)
                    ? new Malformed(
                            "platform.sheet.encrypted",
                            "The workbook is protected by a password; save it without one and send it again.")
                    : new Malformed(
                            "platform.sheet.old-format",
                            "The workbook is in the format before XLSX; save it as XLSX or CSV and send it again.");
        }
    }
}
