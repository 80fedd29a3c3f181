package org.colonnade.platform.sheets.internal.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.problem.Malformed;
import org.colonnade.platform.api.sheet.ReadOptions;
import org.colonnade.platform.api.sheet.SheetFormat;
import org.colonnade.platform.api.sheet.SheetReader;
import org.colonnade.platform.api.sheet.SheetRow;
import org.colonnade.platform.api.text.Charsets;
import org.colonnade.platform.sheets.internal.Faults;
import org.colonnade.platform.sheets.internal.Limits;

/** Reads CSV: strictly, because a row that is guessed at is a wrong record. */
public final class CsvSheetReader implements SheetReader {

    private static final String SEPARATORS = ",;\t|";
    private static final int LOOK_AHEAD = 1 << 16;
    private static final int LENIENT_CELL = 4 << 20;

    private final Limits limits;
    private final boolean lenient;
    private final int longest;
    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;
    private final List<String> notices = new ArrayList<>();
    private long line = 1;
    private boolean ended;

    public CsvSheetReader(Path file, ReadOptions options, Limits limits) throws IOException {
        this.limits = limits;
        lenient = options.lenient();
        longest = lenient ? Math.max(LENIENT_CELL, limits.cell()) : limits.cell();
        BufferedReader text = open(file, charset(file, options));
        try {
            String start = start(text);
            char delimiter = options.delimiter() == null ? separator(start) : delimiter(options.delimiter());
            reader = CsvReader.builder()
                    .fieldSeparator(delimiter)
                    // there are no comments, but the parser wants their sign to be another
                    .commentCharacter(delimiter == '#' ? '!' : '#')
                    .skipEmptyLines(true)
                    .ignoreDifferentFieldCount(true)
                    .acceptCharsAfterQuotes(lenient)
                    .maxBufferSize(Math.max(1 << 20, 4 * longest))
                    .build(
                            CsvRecordHandler.builder()
                                    .maxFields(limits.columns())
                                    .maxFieldSize(longest)
                                    .build(),
                            new EndMark(text));
            records = reader.iterator();
        } catch (CharacterCodingException failure) {
            text.close();
            throw notThisCharset(line);
        } catch (IOException | RuntimeException failure) {
            text.close();
            throw failure;
        }
    }

    @Override
    public SheetFormat format() {
        return SheetFormat.CSV;
    }

    @Override
    public List<String> sheets() {
        return List.of();
    }

    @Override
    public List<String> notices() {
        return List.copyOf(notices);
    }

    @Override
    public SheetRow next() throws IOException {
        if (ended) {
            return null;
        }
        try {
            if (!records.hasNext()) {
                throw Faults.row(line, "is not complete: the file ends inside quotes");
            }
            CsvRecord row = records.next();
            line = row.getStartingLineNumber();
            ended = row.getFieldCount() == 1 && row.getField(0).equals(EndMark.MARK);
            return ended ? null : new SheetRow(line, cells(row));
        } catch (CsvParseException failure) {
            ended = true;
            throw refusal(failure);
        } catch (UncheckedIOException failure) {
            ended = true;
            if (failure.getCause() instanceof CharacterCodingException) {
                throw notThisCharset(line);
            }
            throw failure.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private List<String> cells(CsvRecord row) {
        List<String> cells = new ArrayList<>(row.getFieldCount());
        for (String cell : row.getFields()) {
            if (cell.length() > EndMark.MARK.length() && cell.contains(EndMark.MARK)) {
                ended = true;
                throw Faults.row(line, "is not complete: the file ends inside quotes");
            }
            if (!lenient && !Fields.storable(cell)) {
                throw Faults.notText(line);
            }
            cells.add(CellGuard.read(cell));
        }
        return cells;
    }

    /** The parser tells apart by sentences only; whatever it says, the row is refused. */
    private RuntimeException refusal(CsvParseException failure) {
        Throwable telling = failure.getCause() == null ? failure : failure.getCause();
        if (telling instanceof CharacterCodingException) {
            return notThisCharset(line);
        }
        String said = String.valueOf(telling.getMessage());
        long at = ParserWords.line(failure.getMessage(), line);
        return switch (ParserWords.of(said)) {
            case COLUMNS -> Faults.tooManyColumns(at, limits.columns());
            case LENGTH -> Faults.cellTooLong(at, longest);
            case OTHER -> Faults.row(at, "cannot be read: behind a closing quote comes neither delimiter nor line end");
        };
    }

    private Charset charset(Path file, ReadOptions options) throws IOException {
        if (options.charset() != null) {
            return named("charset", options.charset());
        }
        Charset wide = Charsets.utf16(file);
        if (wide != null) {
            return wide;
        }
        long wrong = Utf8.wrongFrom(file);
        if (wrong == 0) {
            return StandardCharsets.UTF_8;
        }
        if (options.fallback() == null) {
            throw new Malformed(
                    "platform.sheet.charset",
                    "The file is not UTF-8 from line " + wrong + " on; say which character set it is in.");
        }
        Charset fallback = named("fallback", options.fallback());
        notices.add("The file is not UTF-8; it was read as " + fallback.name() + ".");
        return fallback;
    }

    private static Charset named(String field, String name) {
        return Charsets.named(name)
                .orElseThrow(() ->
                        Faults.option(field, "is no character set known here; try utf-8, windows-1252 or tis-620"));
    }

    private static Malformed notThisCharset(long after) {
        return new Malformed(
                "platform.sheet.charset",
                "Behind line " + after + " the file is not text in the character set that was given.");
    }

    private BufferedReader open(Path file, Charset charset) throws IOException {
        CharsetDecoder decoder = lenient ? Charsets.replacing(charset) : Charsets.strict(charset);
        BufferedReader text =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder), LOOK_AHEAD);
        try {
            text.mark(1);
            if (text.read() != '\ufeff') {
                text.reset();
            }
            return text;
        } catch (CharacterCodingException failure) {
            text.close();
            throw notThisCharset(1);
        }
    }

    private static String start(BufferedReader text) throws IOException {
        char[] start = new char[LOOK_AHEAD / 2];
        text.mark(start.length);
        int length = Math.max(0, text.read(start));
        text.reset();
        return new String(start, 0, length);
    }

    /** The separator that stands most often in the first row, outside quotes. */
    private static char separator(String start) {
        int[] counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        for (char c : start.stripLeading().toCharArray()) {
            quoted ^= c == '"';
            if (!quoted && (c == '\n' || c == '\r')) {
                break;
            }
            int which = SEPARATORS.indexOf(c);
            if (!quoted && which >= 0) {
                counts[which]++;
            }
        }
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return SEPARATORS.charAt(most);
    }

    private static char delimiter(String delimiter) {
        if (delimiter.length() != 1 || "\"\r\n\0".contains(delimiter) || Character.isSurrogate(delimiter.charAt(0))) {
            throw Faults.option("delimiter", "is one character, such as ; or ,");
        }
        return delimiter.charAt(0);
    }
}
