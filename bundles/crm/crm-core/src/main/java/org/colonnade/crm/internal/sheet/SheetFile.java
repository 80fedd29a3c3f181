package org.colonnade.crm.internal.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.colonnade.crm.internal.domain.ContentCheck;
import org.colonnade.crm.internal.domain.PhoneRule;
import org.colonnade.crm.internal.domain.Texts;
import org.colonnade.crm.internal.file.Entries;
import org.colonnade.crm.internal.file.Entry;
import org.colonnade.crm.internal.file.TextBytes;
import org.colonnade.platform.api.problem.Rejected;

/** A file of rows under a header. */
public final class SheetFile implements Entries {

    private static final String SEPARATORS = ",;\t|";
    private static final int LOOK_AHEAD = 1 << 16;
    private static final int LARGEST_ROW = 4 << 20;

    private final PhoneRule phones;
    private final ContentCheck check;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final Mapping mapping;
    private String notice;
    private long position;
    private boolean broken;

    /**
     * Opens the file and reads its header.
     *
     * @param charset how it is encoded; null to find out
     * @param fallback how it is encoded if it is not UTF-8 and nobody says
     * @param delimiter what stands between cells; null to find out
     * @param map what the caller says about columns, see {@link Mapping}
     * @throws Rejected {@code crm.import.empty}, {@code crm.import.no-header}, {@code crm.import.no-row}, {@code crm.import.no-mapping},
     *     {@code crm.import.option}
     */
    public SheetFile(
            Path file,
            Charset charset,
            Charset fallback,
            String delimiter,
            List<String> map,
            PhoneRule phones,
            ContentCheck check)
            throws IOException {
        this.phones = phones;
        this.check = check;
        if (Files.size(file) == 0) {
            throw new Rejected("crm.import.empty", "The file is empty.");
        }
        BufferedReader text = open(file, charset == null ? charset(file, fallback) : charset);
        try {
            String start = start(text);
            char separator =
                    Texts.blank(delimiter) && !"\t".equals(delimiter) ? separator(start) : oneCharacter(delimiter);
            reader = CsvReader.builder()
                    .fieldSeparator(separator)
                    .skipEmptyLines(true)
                    .ignoreDifferentFieldCount(true)
                    .acceptCharsAfterQuotes(true)
                    .maxBufferSize(LARGEST_ROW)
                    .ofCsvRecord(text);
            records = reader.iterator();
            mapping = Mapping.of(readHeader(), map);
            if (!hasNext()) {
                throw new Rejected("crm.import.no-row", "There is no row under the header.");
            }
        } catch (IOException | RuntimeException failure) {
            text.close();
            throw failure;
        }
    }

    /** The header, as it stands above the refused rows. */
    public byte[] header() {
        return row(mapping.titles());
    }

    @Override
    public Entry next() {
        while (!broken && hasNext()) {
            CsvRecord row;
            try {
                row = records.next();
            } catch (CsvParseException | UncheckedIOException failure) {
                broken = true;
                return Entry.refused(
                        ++position,
                        0,
                        new byte[0],
                        "crm.row.unreadable",
                        "The file cannot be read as a table from here on; the rows before are not affected.");
            }
            if (row.getFields().stream().anyMatch(cell -> !cell.isBlank())) {
                return entry(row, ++position);
            }
        }
        return null;
    }

    private boolean hasNext() {
        try {
            return records.hasNext();
        } catch (CsvParseException | UncheckedIOException failure) {
            return true;
        }
    }

    private Entry entry(CsvRecord row, long place) {
        byte[] raw = row(row.getFields());
        long line = row.getStartingLineNumber();
        List<String> cells = row.getFields();
        int titles = mapping.titles().size();
        if (cells.size() > titles
                && cells.subList(titles, cells.size()).stream().anyMatch(cell -> !cell.isBlank())) {
            return Entry.refused(
                    place,
                    line,
                    raw,
                    "crm.row.too-many-cells",
                    "The row has " + cells.size() + " cells, the header has " + titles + " columns.");
        }
        Row content = new Row(mapping, phones);
        content.read(cells);
        List<String> messages = new ArrayList<>(content.messages());
        if (notice != null) {
            messages.add(0, notice);
            notice = null;
        }
        Entry entry = new Entry(place, line, raw, content.content(), null, messages, false);
        List<String> faults = check.faults(entry.content());
        return faults.isEmpty()
                ? entry
                : entry.refused(check.code(entry.content()).replace("crm.card", "crm.row"), faults);
    }

    private List<String> readHeader() {
        try {
            List<String> titles = records.hasNext() ? records.next().getFields() : List.of();
            boolean text = titles.stream()
                    .allMatch(title -> title.chars().noneMatch(c -> c < 32 && c != '\t' && c != '\n' && c != '\r'));
            if (text && titles.stream().anyMatch(title -> !title.isBlank())) {
                return List.copyOf(titles);
            }
        } catch (CsvParseException | UncheckedIOException notATable) {
            // refused below, as everything that has no header
        }
        throw new Rejected(
                "crm.import.no-header", "The file is no table with the titles of its columns in the first row.");
    }

    private Charset charset(Path file, Charset fallback) throws IOException {
        Charset wide = TextBytes.utf16(file);
        if (wide != null || TextBytes.utf8(file)) {
            return wide == null ? StandardCharsets.UTF_8 : wide;
        }
        notice = "The file is not UTF-8; it was read as " + fallback.name() + ".";
        return fallback;
    }

    private static BufferedReader open(Path file, Charset charset) throws IOException {
        BufferedReader text =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset), LOOK_AHEAD);
        text.mark(1);
        if (text.read() != '\ufeff') {
            text.reset();
        }
        return text;
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

    private static char oneCharacter(String delimiter) {
        if (delimiter.length() != 1 || "\"\r\n".contains(delimiter) || Character.isSurrogate(delimiter.charAt(0))) {
            throw new Rejected("crm.import.option", "The delimiter is one character between the cells.")
                    .field("delimiter", "is one character, such as ; or ,");
        }
        return delimiter.charAt(0);
    }

    private static byte[] row(List<String> cells) {
        StringWriter text = new StringWriter();
        CsvWriter.builder().build(text).writeRecord(cells);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
