package org.colonnade.platform.records.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.colonnade.platform.api.job.JobFiles.JobOutput;
import org.colonnade.platform.api.job.JobRun;
import org.colonnade.platform.api.problem.Malformed;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.api.sheet.ReadOptions;
import org.colonnade.platform.api.sheet.SheetFormat;
import org.colonnade.platform.api.sheet.SheetReader;
import org.colonnade.platform.api.sheet.SheetRow;
import org.colonnade.platform.api.sheet.SheetWriter;
import org.colonnade.platform.api.sheet.Sheets;
import org.colonnade.platform.api.sheet.WriteOptions;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;

/**
 * One run of an import. Goes in steps of some rows; each step's effect, its journal and how far it came are stored together, so a run
 * that was cut off goes on where it stood and no row counts twice. What is refused lies in a file, with the reason in the last column.
 */
final class ImportJob<V extends Record, D extends Record> {

    static final String INPUT = "input";
    static final String REFUSED = "refused.csv";
    private static final int STEP = 100;

    private final Upkeep<V, D> upkeep;
    private final ImportOrder order;
    private final Sheets sheets;
    private final JobRun run;
    private final Tx.Growth growth;
    private ImportTally tally;
    private JobOutput refused;
    private boolean written;
    private ImportRow<V> held;
    private ImportHeader header;
    private ImportStep<V, D> step;

    ImportJob(Upkeep<V, D> upkeep, ImportOrder order, Sheets sheets, JobRun run) {
        this.upkeep = upkeep;
        this.order = order;
        this.sheets = sheets;
        this.run = run;
        List<String> tables = new ArrayList<>(upkeep.book().tables());
        tables.add("records_import_item");
        this.growth = upkeep.tx().growth(tables);
    }

    void run() throws IOException {
        run.actor().require(upkeep.kind().changePermission());
        tally = run.checkpoint() == null
                ? ImportTally.of(count())
                : upkeep.plan().json().convertTo(upkeep.plan().json().map(run.checkpoint()), ImportTally.class);
        try (SheetReader reader = open()) {
            header = ImportHeader.read(titles(reader), order, upkeep);
            step = new ImportStep<>(upkeep, order, header, run.actor(), run.id());
            openRefused();
            skip(reader);
            for (List<ImportRow<V>> rows = next(reader); !rows.isEmpty(); rows = next(reader)) {
                run.goOn();
                take(rows);
            }
            reader.notices().forEach(run::message);
            if (tally.refused() > 0) {
                refused.complete();
            }
        } finally {
            close();
        }
        run.result(upkeep.plan().json().write(tally.result(order.dryRun())));
    }

    private void openRefused() throws IOException {
        close();
        refused = run.files().goOn(REFUSED, SheetFormat.CSV.contentType(), tally.refusedBytes());
        written = false;
    }

    private void close() throws IOException {
        if (refused != null) {
            refused.close();
            refused = null;
        }
    }

    /** What the columns of a file mean; what is wrong with them is told before anything is done. */
    static ImportHeader header(Sheets sheets, Path file, ImportOrder order, Upkeep<?, ?> upkeep) throws IOException {
        try (SheetReader reader = sheets.read(file, options(order))) {
            return ImportHeader.read(titles(reader), order, upkeep);
        }
    }

    private static ReadOptions options(ImportOrder order) {
        SheetFormat format = order.format() == null ? null : SheetFormat.valueOf(order.format());
        return new ReadOptions(format, order.sheet(), order.delimiter(), order.charset(), null);
    }

    private SheetReader open() throws IOException {
        return sheets.read(run.files().path(INPUT), options(order));
    }

    private static List<String> titles(SheetReader reader) throws IOException {
        SheetRow first = reader.next();
        if (first == null) {
            throw new Malformed("platform.import.empty", "The file has no header.");
        }
        return first.cells();
    }

    /** Reads the file once to its end: a file that is broken somewhere is refused before anything is stored. */
    private long count() throws IOException {
        try (SheetReader reader = open()) {
            ImportHeader.read(titles(reader), order, upkeep);
            long rows = 0;
            while (reader.next() != null) {
                rows++;
            }
            return rows;
        }
    }

    private void skip(SheetReader reader) throws IOException {
        for (long i = 0; i < tally.rows(); i++) {
            reader.next();
        }
    }

    /** Rows whose keys all differ: one that means the same record as an earlier one begins the next step, and finds it there. */
    private List<ImportRow<V>> next(SheetReader reader) throws IOException {
        List<ImportRow<V>> rows = new ArrayList<>();
        Set<Object> keys = new HashSet<>();
        while (rows.size() < STEP) {
            ImportRow<V> row = held == null ? read(reader) : held;
            held = null;
            if (row == null) {
                break;
            }
            List<Object> own = row.keys(header);
            if (own.stream().anyMatch(keys::contains)) {
                held = row;
                break;
            }
            keys.addAll(own);
            rows.add(row);
        }
        return rows;
    }

    private ImportRow<V> read(SheetReader reader) throws IOException {
        SheetRow row = reader.next();
        return row == null ? null : ImportRow.read(row, header, order.clears(), upkeep);
    }

    /** All rows in one transaction; if one of them cannot be stored, each in its own. */
    private void take(List<ImportRow<V>> rows) throws IOException {
        try {
            store(rows);
        } catch (ImportStep.RowFailed oneOfThem) {
            for (ImportRow<V> row : rows) {
                alone(row);
            }
        }
    }

    private void alone(ImportRow<V> row) throws IOException {
        try {
            store(List.of(row));
        } catch (ImportStep.RowFailed failed) {
            row.refuse(failed.problem());
            store(List.of(row));
        }
    }

    private void store(List<ImportRow<V>> rows) throws IOException {
        ImportTally after = upkeep.tx().write(work -> {
            ImportTally next = stored(work, rows);
            if (order.dryRun()) {
                work.rollbackOnly();
            } else {
                run.progress(
                        work, next.rows(), next.total(), upkeep.plan().json().write(next));
            }
            return next;
        });
        if (order.dryRun()) {
            run.progress(after.rows(), after.total(), upkeep.plan().json().write(after));
        }
        tally = after;
        written = false;
        if (!order.dryRun()) {
            growth.grown(tally.created());
        }
    }

    private ImportTally stored(Work work, List<ImportRow<V>> rows) throws SQLException {
        step.find(work, rows);
        ImportTally next = gathered(work, rows, tally.plus(rows.size()));
        return next.withRefusedBytes(keep(rows));
    }

    private ImportTally gathered(Work work, List<ImportRow<V>> rows, ImportTally begun) throws SQLException {
        try {
            step.lock(work, rows);
            ImportTally next = begun;
            for (ImportRow<V> row : rows) {
                next = next.plusOne(row.refused() ? "refused" : step.take(work, row));
            }
            step.store(work);
            return next;
        } catch (Unavailable away) {
            throw away;
        } catch (Problem problem) {
            throw new ImportStep.RowFailed(problem);
        }
    }

    /** Puts refused rows safely on the disk before it is stored that they were dealt with. @return how long their file is */
    private long keep(List<ImportRow<V>> rows) {
        List<ImportRow<V>> kept = rows.stream().filter(ImportRow::refused).toList();
        if (kept.isEmpty()) {
            return tally.refusedBytes();
        }
        try {
            if (written) {
                // the transaction is being repeated: what the first try wrote counts no more
                openRefused();
            }
            written = true;
            write(kept);
            return refused.secured();
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private void write(List<ImportRow<V>> kept) throws IOException {
        List<String> titles = new ArrayList<>(header.titles());
        titles.add("problem");
        WriteOptions options = WriteOptions.titled(tally.refusedBytes() == 0 ? titles : List.of());
        try (SheetWriter writer = sheets.write(refused, SheetFormat.CSV, options)) {
            for (ImportRow<V> row : kept) {
                List<Object> cells = new ArrayList<>(row.row().cells());
                while (cells.size() < header.titles().size()) {
                    cells.add("");
                }
                cells.add(row.refusal());
                writer.write(cells);
            }
        }
    }
}
