package org.colonnade.platform.sheets.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.colonnade.platform.api.sheet.ReadOptions;
import org.colonnade.platform.api.sheet.SheetFormat;
import org.colonnade.platform.api.sheet.SheetReader;
import org.colonnade.platform.api.sheet.SheetRow;
import org.colonnade.platform.api.sheet.SheetWriter;
import org.colonnade.platform.api.sheet.WriteOptions;

/** Files made by hand, and what is read from them. */
public final class Tables {

    public static final Limits LIMITS = new Limits(1000, 65_536, 1 << 30, 1L << 32, 64 << 20, 200, 10_000);
    public static final StreamSheets SHEETS = new StreamSheets(LIMITS);

    private static final String NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private Tables() {}

    public static List<List<String>> read(byte[] file, ReadOptions options) throws IOException {
        try (SheetReader reader = SHEETS.read(new ByteArrayInputStream(file), options)) {
            List<List<String>> rows = new ArrayList<>();
            for (SheetRow row = reader.next(); row != null; row = reader.next()) {
                rows.add(row.cells());
            }
            return rows;
        }
    }

    public static List<List<String>> csv(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8), ReadOptions.DETECT);
    }

    public static byte[] written(SheetFormat format, WriteOptions options, List<? extends List<?>> rows)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SheetWriter writer = SHEETS.write(out, format, options)) {
            for (List<?> row : rows) {
                writer.write(row);
            }
        }
        return out.toByteArray();
    }

    /** The parts of a small workbook with this content of its only sheet. */
    public static Map<String, String> parts(String sheet, String texts, String styles) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "_rels/.rels",
                "<Relationships xmlns='x'><Relationship Id='r1' Target='xl/workbook.xml' Type='" + RELATIONS
                        + "/officeDocument'/></Relationships>");
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns='" + NAMESPACE + "' xmlns:r='" + RELATIONS
                        + "'><sheets><sheet name='One' sheetId='1' r:id='r1'/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns='x'><Relationship Id='r1' Target='worksheets/sheet1.xml' Type='" + RELATIONS
                        + "/worksheet'/><Relationship Id='r2' Target='/xl/sharedStrings.xml' Type='" + RELATIONS
                        + "/sharedStrings'/><Relationship Id='r3' Target='styles.xml' Type='" + RELATIONS
                        + "/styles'/></Relationships>");
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns='" + NAMESPACE + "'><sheetData>" + sheet + "</sheetData></worksheet>");
        parts.put("xl/sharedStrings.xml", "<sst xmlns='" + NAMESPACE + "'>" + texts + "</sst>");
        parts.put("xl/styles.xml", "<styleSheet xmlns='" + NAMESPACE + "'>" + styles + "</styleSheet>");
        return parts;
    }

    public static byte[] workbook(String sheet) throws IOException {
        return zip(parts(sheet, "", ""));
    }

    public static byte[] zip(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
