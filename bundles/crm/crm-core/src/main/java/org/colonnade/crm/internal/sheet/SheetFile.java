package org.colonnade.crm.internal.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.colonnade.crm.internal.domain.ContentCheck;
import org.colonnade.crm.internal.domain.PhoneRule;
import org.colonnade.crm.internal.domain.Texts;
import org.colonnade.crm.internal.file.Entries;
import org.colonnade.crm.internal.file.Entry;
import org.colonnade.platform.api.problem.Malformed;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.sheet.ReadOptions;
import org.colonnade.platform.api.sheet.SheetFormat;
import org.colonnade.platform.api.sheet.SheetReader;
import org.colonnade.platform.api.sheet.SheetRow;
import org.colonnade.platform.api.sheet.SheetWriter;
import org.colonnade.platform.api.sheet.Sheets;
import org.colonnade.platform.api.sheet.WriteOptions;

/** A file of rows under a header: CSV or a workbook. */
public final class SheetFile implements Entries {

    private static final char REPLACED = '\ufffd';

    private final Sheets sheets;
    private final PhoneRule phones;
    private final ContentCheck check;
    private final SheetReader reader;
    private final Mapping mapping;
    private SheetRow held;
    private Problem fault;
    private boolean noticed;
    private long position;
    private long line;

    /**
     * Opens the file and reads its header.
     *
     * @param options how it is read; a CSV file is read leniently whatever they say
     * @param map what the caller says about columns, see {@link Mapping}
     * @throws Rejected {@code crm.import.empty}, {@code crm.import.no-header}, {@code crm.import.no-row}, {@code crm.import.no-mapping},
     *     {@code crm.import.records}, {@code crm.import.option}, {@code platform.sheet.…}
     * @throws Malformed {@code platform.sheet.…}
     */
    public SheetFile(
            Sheets sheets, Path file, ReadOptions options, List<String> map, PhoneRule phones, ContentCheck check)
            throws IOException {
        this.sheets = sheets;
        this.phones = phones;
        this.check = check;
        if (Files.size(file) == 0) {
            throw new Rejected("crm.import.empty", "The file is empty.");
        }
        reader = sheets.read(file, options.leniently());
        try {
            mapping = Mapping.of(titles(), map);
            advance();
            if (held == null && fault == null) {
                throw new Rejected("crm.import.no-row", "There is no row under the header.");
            }
        } catch (IOException | RuntimeException failure) {
            reader.close();
            throw failure;
        }
    }

    /** What the file turned out to be. */
    public SheetFormat format() {
        return reader.format();
    }

    /** The header, as it stands above the refused rows. */
    public byte[] header() {
        return row(mapping.titles());
    }

    @Override
    public Entry next() throws IOException {
        if (held != null) {
            SheetRow row = held;
            advance();
            return entry(row, ++position);
        }
        if (fault == null) {
            return null;
        }
        Problem broken = fault;
        fault = null;
        return Entry.refused(
                ++position,
                line + 1,
                new byte[0],
                "crm.row.unreadable",
                "The file cannot be read as a table from here on; the rows before are not affected. "
                        + broken.getMessage());
    }

    @Override
    public boolean skip() throws IOException {
        if (held != null) {
            advance();
        } else if (fault != null) {
            fault = null;
        } else {
            return false;
        }
        position++;
        noticed = true;
        return true;
    }

    private void advance() throws IOException {
        held = null;
        try {
            do {
                held = reader.next();
            } while (held != null && held.blank());
            line = held == null ? line : held.number();
        } catch (Malformed | Rejected broken) {
            fault = broken;
        }
    }

    private Entry entry(SheetRow row, long place) {
        List<String> cells = row.cells();
        int titles = mapping.titles().size();
        if (cells.size() > titles
                && cells.subList(titles, cells.size()).stream().anyMatch(cell -> !cell.isBlank())) {
            return Entry.refused(
                    place,
                    row.number(),
                    row(cells),
                    "crm.row.too-many-cells",
                    "The row has " + cells.size() + " cells, the header has " + titles + " columns.");
        }
        Row content = new Row(mapping, phones);
        content.read(cells);
        List<String> messages = new ArrayList<>();
        boolean lost = cells.stream().anyMatch(cell -> cell.indexOf(REPLACED) >= 0);
        if (!noticed) {
            messages.addAll(reader.notices());
            noticed = true;
        }
        messages.addAll(content.messages());
        if (lost) {
            messages.add("Some characters could not be decoded.");
        }
        int size = cells.stream().mapToInt(String::length).sum();
        Entry entry = new Entry(place, row.number(), size, () -> row(cells), content.content(), null, messages, false);
        List<String> faults = check.faults(entry.content());
        return faults.isEmpty()
                ? entry
                : entry.refused(check.code(entry.content()).replace("crm.card", "crm.row"), faults);
    }

    private List<String> titles() throws IOException {
        SheetRow first;
        try {
            first = reader.next();
        } catch (Malformed broken) {
            if (reader.format() != SheetFormat.CSV) {
                throw broken;
            }
            first = null;
        }
        List<String> titles = first == null ? List.of() : first.cells();
        boolean text = titles.stream()
                .allMatch(title -> title.chars().noneMatch(c -> c < 32 && c != '\t' && c != '\n' && c != '\r'));
        if (text && titles.stream().anyMatch(title -> !Texts.blank(title))) {
            return titles;
        }
        throw new Rejected(
                "crm.import.no-header", "The file is no table with the titles of its columns in the first row.");
    }

    private byte[] row(List<String> cells) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SheetWriter writer = sheets.write(bytes, SheetFormat.CSV, WriteOptions.titled(List.of()))) {
            writer.write(cells);
        } catch (IOException notToMemory) {
            throw new UncheckedIOException(notToMemory);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
