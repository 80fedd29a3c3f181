package org.colonnade.platform.sheets.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.sheet.ReadOptions;
import org.colonnade.platform.api.sheet.SheetFormat;
import org.colonnade.platform.api.sheet.WriteOptions;
import org.junit.Test;

public class HostileWorkbookTest {

    private static final String ROW = "<row r='1'><c r='A1'><v>1</v></c></row>";
    private static final String DOCTYPE = "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'>]>";

    @Test
    public void aBombIsNotUnpacked() throws IOException {
        Map<String, String> parts = Tables.parts(ROW, "", "");
        parts.put("xl/worksheets/sheet1.xml", parts.get("xl/worksheets/sheet1.xml") + " ".repeat(50_000_000));
        refused("platform.sheet.too-large", Tables.zip(parts));
        parts = Tables.parts(ROW, "", "");
        parts.put("[Content_Types].xml", " ".repeat(50_000_000));
        refused("platform.sheet.too-large", Tables.zip(parts));
    }

    @Test
    public void anArchiveThatHidesItsSizeIsCounted() throws IOException {
        byte[] honest = Tables.zip(Map.of("x", " ".repeat(20_000_000)));
        Map<String, String> parts = Tables.parts(ROW + "<!--" + " ".repeat(20_000_000) + "-->", "", "");
        byte[] lying = Tables.zip(parts);
        // the sizes in the directory at the end say 1 byte
        assertTrue(lie(lying) > 0);
        assertTrue(honest.length < 30_000);
        String code = assertThrows(Problem.class, () -> Tables.read(lying, ReadOptions.DETECT))
                .code();
        assertTrue(
                code,
                Set.of("platform.sheet.too-large", "platform.sheet.broken").contains(code));
    }

    @Test
    public void tooManyPartsAreTooMuch() throws IOException {
        Map<String, String> parts = Tables.parts(ROW, "", "");
        for (int i = 0; i < 20_000; i++) {
            parts.put("x" + i, "");
        }
        refused("platform.sheet.too-large", Tables.zip(parts));
    }

    @Test
    public void tooManyTextsAreTooMuch() throws IOException {
        StringBuilder texts = new StringBuilder();
        Random random = new Random(1);
        for (int i = 0; i < 40_000; i++) {
            texts.append("<si><t>").append(random.nextLong()).append("</t></si>");
        }
        byte[] file = Tables.zip(Tables.parts(ROW, texts.toString(), ""));
        StreamSheets small = new StreamSheets(new Limits(1000, 65_536, 1 << 30, 1L << 32, 1 << 20, 200, 10_000));
        assertEquals(
                "platform.sheet.too-large",
                assertThrows(
                                Problem.class,
                                () -> small.read(new java.io.ByteArrayInputStream(file), ReadOptions.DETECT))
                        .code());
    }

    @Test
    public void noPartDeclaresEntities() throws IOException {
        for (String name : List.of(
                "xl/workbook.xml",
                "xl/_rels/workbook.xml.rels",
                "_rels/.rels",
                "xl/worksheets/sheet1.xml",
                "xl/sharedStrings.xml",
                "xl/styles.xml")) {
            Map<String, String> parts = Tables.parts(ROW, "", "");
            parts.computeIfPresent(name, (part, xml) -> DOCTYPE + xml);
            refused("platform.sheet.xml-refused", Tables.zip(parts));
        }
        refused("platform.sheet.xml-refused", Tables.workbook("<row><c t='inlineStr'><is><t>&b;</t></is></c></row>"));
    }

    @Test
    public void whatCellsSayOfThemselvesIsNotBelieved() throws IOException {
        refused("platform.sheet.too-many-columns", Tables.workbook("<row><c r='XFD1'><v>1</v></c></row>"));
        refused("platform.sheet.broken", Tables.workbook("<row><c r='ZZZZZZZ1'><v>1</v></c></row>"));
        refused("platform.sheet.broken", Tables.workbook("<row><c r='1'><v>1</v></c></row>"));
        refused("platform.sheet.broken", Tables.workbook("<row><c t='s'><v>2000000000</v></c></row>"));
        refused("platform.sheet.broken", Tables.workbook("<row><c t='s'><v>-1</v></c></row>"));
        refused("platform.sheet.broken", Tables.workbook("<row><c t='quux'><v>1</v></c></row>"));
        refused("platform.sheet.broken", Tables.workbook("<row><c><v>1e999999999</v></c></row>"));
        refused("platform.sheet.broken", Tables.workbook("<row><c><v>" + "9".repeat(5000) + "</v></c></row>"));
        refused("platform.sheet.broken", Tables.workbook("<row><c t='b'><v>maybe</v></c></row>"));
        refused("platform.sheet.broken", Tables.workbook("<row><c><v>1</v></c>"));
        refused(
                "platform.sheet.cell-too-long",
                Tables.workbook("<row><c t='str'><v>" + "x".repeat(70_000) + "</v></c></row>"));
        refused("platform.sheet.not-text", Tables.workbook("<row><c t='str'><v>_x0000_</v></c></row>"));
        refused("platform.sheet.broken", Tables.workbook("<a>".repeat(5000)));
        assertEquals(
                List.of(List.of("1")),
                Tables.read(
                        Tables.workbook("<row r='99999999999'><c><v>1</v></c><c r='XFD1' s='1'/></row>"),
                        ReadOptions.DETECT));
    }

    @Test
    public void whatIsNoWorkbookIsSaidToBeNone() throws IOException {
        byte[] text = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);
        refused("platform.sheet.not-a-table", text, ReadOptions.DETECT.in(SheetFormat.XLSX));
        byte[] workbook = Tables.workbook(ROW);
        refused("platform.sheet.not-a-table", workbook, ReadOptions.DETECT.in(SheetFormat.CSV));
        refused("platform.sheet.broken", Tables.zip(Map.of("readme.txt", "nothing")));
        refused("platform.sheet.broken", "PK\u0003\u0004 and nothing more".getBytes(StandardCharsets.ISO_8859_1));
        byte[] old = Arrays.copyOf(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0}, 5000);
        refused("platform.sheet.old-format", old);
        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, old, 1000, name.length);
        refused("platform.sheet.encrypted", old);
    }

    @Test
    public void everyTruncationAndEveryFlippedByteIsAProblem() throws IOException {
        byte[] whole = Tables.written(
                SheetFormat.XLSX,
                WriteOptions.titled(List.of("a", "b")),
                java.util.stream.IntStream.range(0, 50)
                        .mapToObj(i -> List.of("x" + i, i))
                        .toList());
        for (int length = 0; length < whole.length; length += 7) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThrows(Problem.class, () -> Tables.read(cut, ReadOptions.DETECT.in(SheetFormat.XLSX)));
        }
        Random random = new Random(42);
        for (int i = 0; i < 2000; i++) {
            byte[] bent = whole.clone();
            bent[random.nextInt(bent.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                Tables.read(bent, ReadOptions.DETECT);
            } catch (Problem expected) {
                assertTrue(expected.code(), expected.code().startsWith("platform.sheet."));
            }
        }
    }

    @Test
    public void twoPartsOfOneNameAreRefused() throws IOException {
        Map<String, String> parts = new LinkedHashMap<>(Tables.parts(ROW, "", ""));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            parts.put("xl/worksheets/sheet2.xml", "<x/>");
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        String bytes = new String(out.toByteArray(), StandardCharsets.ISO_8859_1).replace("sheet2.xml", "sheet1.xml");
        refused("platform.sheet.broken", bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static int lie(byte[] zip) {
        int count = 0;
        for (int i = 0; i + 46 < zip.length; i++) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
                zip[i + 24] = 1;
                zip[i + 25] = 0;
                zip[i + 26] = 0;
                zip[i + 27] = 0;
                count++;
            }
        }
        return count;
    }

    private static void refused(String code, byte[] file) {
        refused(code, file, ReadOptions.DETECT);
    }

    private static void refused(String code, byte[] file, ReadOptions options) {
        assertEquals(
                code,
                assertThrows(Problem.class, () -> Tables.read(file, options)).code());
    }
}
