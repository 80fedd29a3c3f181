package org.colonnade.platform.sheets.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.sheet.ReadOptions;
import org.colonnade.platform.api.sheet.SheetFormat;
import org.colonnade.platform.api.sheet.SheetReader;
import org.colonnade.platform.api.sheet.WriteOptions;
import org.junit.Test;

public class CsvTest {

    @Test
    public void theDelimiterIsFoundOutsideQuotes() throws IOException {
        for (String delimiter : List.of(",", ";", "\t", "|")) {
            String text = "\"a,;|x\"" + delimiter + "b\n1" + delimiter + "2\n";
            assertEquals(List.of(List.of("a,;|x", "b"), List.of("1", "2")), Tables.csv(text));
        }
        assertEquals(
                List.of(List.of("a;b", "c")),
                Tables.read("a;b#c".getBytes(StandardCharsets.UTF_8), ReadOptions.DETECT.delimiter("#")));
    }

    @Test
    public void everyLineEndAndEveryMarkIsUnderstood() throws IOException {
        List<List<String>> expected = List.of(List.of("ก", "b"), List.of("1", "two\nlines"), List.of("x", "\"y\""));
        for (String end : List.of("\n", "\r\n", "\r")) {
            String text = "ก,b" + end + end + "1,\"two\nlines\"" + end + "x,\"\"\"y\"\"\"" + end;
            assertEquals(expected, Tables.csv(text));
            assertEquals(expected, Tables.csv('\ufeff' + text));
            for (Charset wide : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
                assertEquals(expected, Tables.read(('\ufeff' + text).getBytes(wide), ReadOptions.DETECT));
            }
        }
    }

    @Test
    public void aCharsetIsDeclaredOrGuessedAndSaid() throws IOException {
        byte[] thai = "ชื่อ,x\n".getBytes(Charset.forName("TIS-620"));
        assertEquals(List.of(List.of("ชื่อ", "x")), Tables.read(thai, ReadOptions.DETECT.charset("tis-620")));
        try (SheetReader reader =
                Tables.SHEETS.read(new ByteArrayInputStream(thai), ReadOptions.DETECT.fallback("windows-874"))) {
            assertEquals("ชื่อ", reader.next().cell(0));
            assertEquals(List.of("The file is not UTF-8; it was read as x-windows-874."), reader.notices());
        }
        refused("platform.sheet.charset", thai, ReadOptions.DETECT);
        refused("platform.sheet.charset", thai, ReadOptions.DETECT.charset("utf-8"));
        refused("platform.sheet.option", thai, ReadOptions.DETECT.charset("klingon"));
    }

    @Test
    public void rowsKnowTheirLines() throws IOException {
        try (SheetReader reader = Tables.SHEETS.read(
                new ByteArrayInputStream("a\n\n\"b\nb\"\nc\n".getBytes(StandardCharsets.UTF_8)), ReadOptions.DETECT)) {
            assertEquals(1, reader.next().number());
            assertEquals(3, reader.next().number());
            assertEquals(5, reader.next().number());
            assertEquals(null, reader.next());
            assertEquals(null, reader.next());
        }
    }

    @Test
    public void whatIsNotRightIsRefusedWithItsLine() {
        refused("platform.sheet.broken-row", "a,b\n1,\"half a row", "line 2");
        refused("platform.sheet.broken-row", "a,b\n1,\"", "line 2");
        refused("platform.sheet.broken-row", "a,b\n1,\"x\" y\n", "line 2");
        refused("platform.sheet.not-text", "a,b\n1,x\u0000y\n", "row 2");
        refused("platform.sheet.too-many-columns", "a\n" + ",".repeat(1000) + "\n", "row 2");
        refused("platform.sheet.cell-too-long", "a\nb\n" + "x".repeat(65_537) + "\n", "row 3");
        refused("platform.sheet.cell-too-long", "a\nb\n\"" + "x\n".repeat(3_000_000), "row 3");
        refused("platform.sheet.empty", "", "empty");
    }

    @Test
    public void lenientlyWhatPeoplesProgramsWriteIsRead() throws IOException {
        ReadOptions lenient = ReadOptions.DETECT.leniently();
        String text = "a,\"x\" y,\u0000," + "z".repeat(70_000) + "\n";
        assertEquals(
                List.of(List.of("a", "x y", "\u0000", "z".repeat(70_000))),
                Tables.read(text.getBytes(StandardCharsets.UTF_8), lenient));
        assertEquals(
                List.of(List.of("a\ufffdb")),
                Tables.read(new byte[] {'a', (byte) 0x81, 'b'}, lenient.charset("windows-1252")));
        refused("platform.sheet.broken-row", "a\n\"half a row".getBytes(StandardCharsets.UTF_8), lenient);
    }

    @Test
    public void aThousandColumnsAndALongCellAreRead() throws IOException {
        String row = IntStream.range(0, 1000).mapToObj(Integer::toString).collect(Collectors.joining(","));
        assertEquals(1000, Tables.csv(row).get(0).size());
        assertEquals(65_536, Tables.csv("x".repeat(65_536)).get(0).get(0).length());
    }

    @Test
    public void noTextBecomesAFormula() throws IOException {
        List<String> texts = List.of(
                "=1+1", "+66812345678", "-5", "@SUM(A1)", "\tx", "\r\nx", "'=1", "''", "'x", "x", "", "'", "''=1");
        String file = new String(
                Tables.written(SheetFormat.CSV, WriteOptions.titled(List.of()), List.of(texts)),
                StandardCharsets.UTF_8);
        assertEquals(
                "'=1+1,'+66812345678,'-5,'@SUM(A1),'\tx,\"'\r\nx\",''=1,'',\"'x\"".replace("\"'x\"", "'x")
                        + ",x,,',\"\"".replace(",\"\"", ",'''=1\r\n"),
                file);
        assertEquals(List.of(texts), Tables.csv(file));
    }

    @Test
    public void numbersAndDaysStayWhatTheyAre() throws IOException {
        assertEquals(
                "n;d\r\n-5;2026-03-30\r\n1000000;true\r\n",
                new String(
                        Tables.written(
                                SheetFormat.CSV,
                                WriteOptions.titled(List.of("n", "d")).delimiter(';'),
                                List.of(
                                        List.of(-5, java.time.LocalDate.of(2026, 3, 30)),
                                        List.of(new java.math.BigDecimal("1E+6"), true))),
                        StandardCharsets.UTF_8));
    }

    private static void refused(String code, String text, String where) {
        Problem problem = refused(code, text.getBytes(StandardCharsets.UTF_8), ReadOptions.DETECT);
        assertEquals(problem.getMessage(), true, problem.getMessage().contains(where));
    }

    private static Problem refused(String code, byte[] file, ReadOptions options) {
        Problem problem = assertThrows(Problem.class, () -> Tables.read(file, options));
        assertEquals(code, problem.code());
        return problem;
    }
}
