package org.colonnade.platform.sheets.internal.xlsx;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.colonnade.platform.api.sheet.SheetWriter;
import org.colonnade.platform.api.sheet.WriteOptions;
import org.colonnade.platform.sheets.internal.Faults;
import org.dhatim.fastexcel.Worksheet;

/** Writes a workbook; texts stand in their cells and not in a table, which would grow with them. */
public final class XlsxSheetWriter implements SheetWriter {

    /** The most rows of a sheet (ISO/IEC 29500-1). */
    static final int MOST_ROWS = 1_048_576;

    /** The most columns of a sheet. */
    static final int MOST_COLUMNS = 16_384;

    /** The most characters of a cell, by the specification of spreadsheets. */
    static final int MOST_CHARACTERS = 32_767;

    private static final int BUFFER = 1 << 16;
    private static final int FLUSHED = 200;
    private static final int EXACT_DIGITS = 15;
    private static final int COMPRESSION = 2;
    private static final int FIRST_YEAR = 1901;
    private static final int LAST_YEAR = 9999;
    private static final Pattern NAME = Pattern.compile("(?!')[^:\\\\/?*\\[\\]\\p{Cntrl}]{1,31}(?<!')");

    private final OutputStream out;
    private final WriteOptions options;
    private final int mostRows;
    private final org.dhatim.fastexcel.Workbook workbook;
    private final List<String> notices = new ArrayList<>();
    private Worksheet sheet;
    private int count;
    private int row;
    private long rows;

    public XlsxSheetWriter(OutputStream out, WriteOptions options) throws IOException {
        this(out, options, MOST_ROWS);
    }

    XlsxSheetWriter(OutputStream out, WriteOptions options, int mostRows) throws IOException {
        if (!NAME.matcher(options.sheet()).matches()) {
            throw Faults.option("sheet", "has 1 to 31 characters without : \\ / ? * [ ]");
        }
        this.out = new BufferedOutputStream(out, BUFFER);
        this.options = options;
        this.mostRows = mostRows;
        workbook = new org.dhatim.fastexcel.Workbook(this.out, "Colonnade", null);
        workbook.setCompressionLevel(COMPRESSION);
        begin();
    }

    @Override
    public void write(List<?> cells) throws IOException {
        if (row == mostRows) {
            begin();
        }
        put(cells);
        rows++;
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public List<String> notices() {
        return count == 1
                ? List.of()
                : List.of("A sheet has at most " + mostRows + " rows, so the table goes on: it is on " + count
                        + " sheets.");
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
        out.flush();
    }

    private void begin() throws IOException {
        if (sheet != null) {
            sheet.finish();
        }
        count++;
        String number = count == 1 ? "" : " " + count;
        String name = options.sheet();
        sheet = workbook.newWorksheet(name.substring(0, Math.min(name.length(), 31 - number.length())) + number);
        row = 0;
        if (!options.titles().isEmpty()) {
            put(options.titles());
        }
    }

    private void put(List<?> cells) throws IOException {
        if (cells.size() > MOST_COLUMNS) {
            throw Faults.tooManyColumns(rows + 1, MOST_COLUMNS);
        }
        for (int column = 0; column < cells.size(); column++) {
            cell(column, cells.get(column));
        }
        row++;
        if (row % FLUSHED == 0) {
            sheet.flush();
        }
    }

    private void cell(int column, Object value) {
        if (value == null) {
            return;
        }
        if (value instanceof Boolean truth) {
            sheet.value(row, column, truth);
        } else if (value instanceof Number number && exact(number)) {
            sheet.value(row, column, number);
        } else if (value instanceof LocalDate date && storable(date)) {
            sheet.value(row, column, date);
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (value instanceof LocalDateTime moment && storable(moment.toLocalDate())) {
            moment(column, moment);
        } else if (value instanceof Instant instant
                && storable(instant.atOffset(ZoneOffset.UTC).toLocalDate())) {
            moment(column, LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
        } else {
            text(column, value instanceof BigDecimal number ? number.toPlainString() : value.toString());
        }
    }

    private void moment(int column, LocalDateTime moment) {
        sheet.value(row, column, moment);
        sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
    }

    private void text(int column, String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw Faults.cellTooLong(rows + 1, MOST_CHARACTERS);
        }
        if (!text.isEmpty()) {
            sheet.inlineString(row, column, Escapes.write(text));
        }
    }

    /** A spreadsheet keeps fifteen digits; what has more is written as text, so that nothing is lost. */
    private static boolean exact(Number number) {
        if (number instanceof Double || number instanceof Float) {
            return Double.isFinite(number.doubleValue());
        }
        BigDecimal exact = number instanceof BigDecimal decimal
                ? decimal
                : number instanceof BigInteger whole ? new BigDecimal(whole) : BigDecimal.valueOf(number.longValue());
        return exact.stripTrailingZeros().precision() <= EXACT_DIGITS && Math.abs((long) exact.scale()) < 300;
    }

    private static boolean storable(LocalDate date) {
        return date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR;
    }
}
