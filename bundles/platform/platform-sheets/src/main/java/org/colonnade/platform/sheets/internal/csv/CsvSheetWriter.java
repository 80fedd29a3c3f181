package org.colonnade.platform.sheets.internal.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.colonnade.platform.api.sheet.SheetWriter;
import org.colonnade.platform.api.sheet.WriteOptions;
import org.colonnade.platform.sheets.internal.Faults;

/** Writes CSV (RFC 4180, UTF-8). */
public final class CsvSheetWriter implements SheetWriter {

    private final Writer text;
    private final CsvWriter csv;
    private long rows;

    public CsvSheetWriter(OutputStream out, WriteOptions options) throws IOException {
        if ("\"\r\n".indexOf(options.delimiter()) >= 0 || Character.isSurrogate(options.delimiter())) {
            throw Faults.option("delimiter", "is one character, such as ; or ,");
        }
        text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        if (options.byteOrderMark()) {
            text.write('\ufeff');
        }
        csv = CsvWriter.builder()
                .fieldSeparator(options.delimiter())
                .commentCharacter(options.delimiter() == '#' ? '!' : '#')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text);
        if (!options.titles().isEmpty()) {
            put(options.titles());
        }
    }

    @Override
    public void write(List<?> cells) throws IOException {
        put(cells);
        rows++;
    }

    private void put(List<?> cells) throws IOException {
        List<String> texts = new ArrayList<>(cells.size());
        for (Object cell : cells) {
            texts.add(text(cell));
        }
        try {
            csv.writeRecord(texts);
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    private static String text(Object cell) {
        if (cell == null) {
            return null;
        }
        if (cell instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return cell instanceof Number || cell instanceof Boolean ? cell.toString() : CellGuard.write(cell.toString());
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public List<String> notices() {
        return List.of();
    }

    @Override
    public void close() throws IOException {
        csv.flush();
        text.flush();
    }
}
