package org.colonnade.platform.sheets.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.sheet.ReadOptions;
import org.colonnade.platform.api.sheet.SheetFormat;
import org.colonnade.platform.api.sheet.SheetReader;
import org.colonnade.platform.api.sheet.WriteOptions;
import org.junit.Test;

public class XlsxTest {

    private static final String STYLES = "<numFmts><numFmt numFmtId='164' formatCode='[$-41E]d mmm yyyy'/>"
            + "<numFmt numFmtId='165' formatCode='[h]:mm:ss'/><numFmt numFmtId='166' formatCode='\"d\"0.00'/></numFmts>"
            + "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
            + "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='22'/><xf numFmtId='164'/><xf numFmtId='165'/>"
            + "<xf numFmtId='20'/><xf numFmtId='166'/></cellXfs>";

    @Test
    public void whatIsWrittenIsRead() throws IOException {
        byte[] file = Tables.written(
                SheetFormat.XLSX,
                WriteOptions.titled(List.of("ชื่อ", "n")).sheet("ลูกค้า"),
                List.of(
                        Arrays.asList("=1+1", 5, null, true, LocalDate.of(2026, 3, 30)),
                        List.of(
                                "  edge  ",
                                new BigDecimal("12.30"),
                                new BigDecimal("12345678901234567890.5"),
                                LocalDateTime.of(2026, 3, 30, 14, 5),
                                Instant.parse("2026-03-30T14:05:06Z")),
                        List.of("_x0041_\u0001\r\n", LocalDate.of(1066, 10, 14), 0.1 + 0.2, -7L, "")));
        try (SheetReader reader = Tables.SHEETS.read(new ByteArrayInputStream(file), ReadOptions.DETECT)) {
            assertEquals(List.of("ลูกค้า"), reader.sheets());
        }
        assertEquals(
                List.of(
                        List.of("ชื่อ", "n"),
                        List.of("=1+1", "5", "", "true", "2026-03-30"),
                        List.of(
                                "  edge  ",
                                "12.3",
                                "12345678901234567890.5",
                                "2026-03-30T14:05:00",
                                "2026-03-30T14:05:06"),
                        List.of("_x0041_\u0001\r\n", "1066-10-14", "0.3", "-7")),
                Tables.read(file, ReadOptions.DETECT));
    }

    @Test
    public void everyKindOfCellHasItsText() throws IOException {
        String sheet =
                "<row r='3'><c r='A3' t='s'><v>1</v></c><c r='C3' t='inlineStr'><is><r><t>in</t></r><r><t>line</t></r></is></c>"
                        + "<c t='b'><v>0</v></c><c t='str'><f>A1&amp;B1</f><v>sum</v></c><c t='e'><v>#N/A</v></c><c><f>1+1</f><v>2</v></c></row>"
                        + "<row><c><v>1E3</v></c><c s='1'><v>46111</v></c><c s='2'><v>46111.5868055556</v></c><c s='3'><v>46111</v></c>"
                        + "<c s='4'><v>1.5</v></c><c s='5'><v>0.25</v></c><c s='6'><v>0.5</v></c><c s='99'><v>7</v></c></row>"
                        + "<row><c t='d'><v>2026-03-30</v></c><c s='1'/></row><row><c s='1'/></row>";
        String texts = "<si><t>zero</t></si><si><r><t>on</t></r><r><t>e</t></r><rPh><t>wan</t></rPh></si>";
        assertEquals(
                List.of(
                        List.of("one", "", "inline", "false", "sum", "#N/A", "2"),
                        List.of(
                                "1000",
                                "2026-03-30",
                                "2026-03-30T14:05:00",
                                "2026-03-30",
                                "36:00:00",
                                "06:00:00",
                                "0.5",
                                "7"),
                        List.of("2026-03-30")),
                Tables.read(Tables.zip(Tables.parts(sheet, texts, STYLES)), ReadOptions.DETECT));
    }

    @Test
    public void daysAreCountedFromWhereTheWorkbookSays() throws IOException {
        Map<String, String> parts = Tables.parts("<row><c s='1'><v>1</v></c></row>", "", STYLES);
        assertEquals(List.of(List.of("1900-01-01")), Tables.read(Tables.zip(parts), ReadOptions.DETECT));
        parts.computeIfPresent(
                "xl/workbook.xml", (name, xml) -> xml.replace("<sheets>", "<workbookPr date1904='1'/><sheets>"));
        assertEquals(List.of(List.of("1904-01-02")), Tables.read(Tables.zip(parts), ReadOptions.DETECT));
    }

    @Test
    public void aSheetIsChosenByName() throws IOException {
        byte[] file = Tables.workbook("<row><c><v>1</v></c></row>");
        assertEquals(List.of(List.of("1")), Tables.read(file, ReadOptions.DETECT.sheet("One")));
        Problem problem = assertThrows(Problem.class, () -> Tables.read(file, ReadOptions.DETECT.sheet("Two")));
        assertEquals("platform.sheet.no-such-sheet", problem.code());
    }

    @Test
    public void aFormulaWithoutItsValueIsTold() throws IOException {
        byte[] file = Tables.workbook("<row><c><f>NOW()</f></c><c><v>1</v></c></row>");
        try (SheetReader reader = Tables.SHEETS.read(new ByteArrayInputStream(file), ReadOptions.DETECT)) {
            assertEquals(List.of("", "1"), reader.next().cells());
            assertEquals(1, reader.notices().size());
        }
    }

    @Test
    public void aTextIsNeverCut() {
        Problem problem = assertThrows(
                Problem.class,
                () -> Tables.written(
                        SheetFormat.XLSX, WriteOptions.titled(List.of("a")), List.of(List.of("x".repeat(32_768)))));
        assertEquals("platform.sheet.cell-too-long", problem.code());
        for (String name : List.of("", "a/b", "a".repeat(32), "'a")) {
            assertEquals(
                    "platform.sheet.option",
                    assertThrows(
                                    Problem.class,
                                    () -> Tables.SHEETS.write(
                                            new ByteArrayOutputStream(),
                                            SheetFormat.XLSX,
                                            WriteOptions.titled(List.of("a")).sheet(name)))
                            .code());
        }
    }
}
