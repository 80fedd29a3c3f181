package org.colonnade.platform.records.internal;

import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;
import org.colonnade.platform.api.audit.AuditLog;
import org.colonnade.platform.api.job.JobFiles.JobOutput;
import org.colonnade.platform.api.job.JobRun;
import org.colonnade.platform.api.job.JobWorker;
import org.colonnade.platform.api.sheet.SheetFormat;
import org.colonnade.platform.api.sheet.Sheets;
import org.colonnade.platform.records.internal.shape.RecordJson;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Does imports, exports and the undoing of imports for whatever kind of record they name. The shelf is taken when there is work: it knows
 * the module of the jobs too, and the jobs know these workers; neither could begin before the other.
 */
final class FileWorkers {

    static final String IMPORT = "records.import";
    static final String UNDO = "records.import-undo";
    static final String EXPORT = "records.export";

    private static final RecordJson JSON = new RecordJson();

    private FileWorkers() {}

    /** What is the same for all of them. */
    private abstract static class Worker implements JobWorker {

        private final String kind;
        private final Supplier<Shelf> shelf;

        Worker(String kind, BundleContext context, ServiceReference<Shelf> shelf) {
            this.kind = kind;
            this.shelf = () -> context.getService(shelf);
        }

        @Override
        public final String kind() {
            return kind;
        }

        /** The upkeep of the kind of record that a job names. */
        final Upkeep<?, ?> need(String key) {
            return shelf.get().need(key);
        }
    }

    /** Imports. */
    @Component(service = JobWorker.class)
    public static final class Importer extends Worker {

        private final Sheets sheets;

        @Activate
        public Importer(
                BundleContext context,
                @Reference(service = Shelf.class) ServiceReference<Shelf> shelf,
                @Reference Sheets sheets) {
            super(IMPORT, context, shelf);
            this.sheets = sheets;
        }

        @Override
        public void run(JobRun run) throws IOException {
            ImportOrder order = (ImportOrder) JSON.read(run.input(), ImportOrder.class);
            new ImportJob<>(need(order.kind()), order, sheets, run).run();
        }
    }

    /** Undoes imports. */
    @Component(service = JobWorker.class)
    public static final class Undoer extends Worker {

        private final AuditLog audit;

        @Activate
        public Undoer(
                BundleContext context,
                @Reference(service = Shelf.class) ServiceReference<Shelf> shelf,
                @Reference AuditLog audit) {
            super(UNDO, context, shelf);
            this.audit = audit;
        }

        @Override
        public void run(JobRun run) {
            Map<String, Object> input = JSON.map(run.input());
            new UndoJob<>(need(String.valueOf(input.get("kind"))), audit, String.valueOf(input.get("job")), run).run();
        }
    }

    /** Exports. */
    @Component(service = JobWorker.class)
    public static final class Exporter extends Worker {

        private final Sheets sheets;

        @Activate
        public Exporter(
                BundleContext context,
                @Reference(service = Shelf.class) ServiceReference<Shelf> shelf,
                @Reference Sheets sheets) {
            super(EXPORT, context, shelf);
            this.sheets = sheets;
        }

        @Override
        public void run(JobRun run) throws IOException {
            ExportOrder order = (ExportOrder) JSON.read(run.input(), ExportOrder.class);
            Upkeep<?, ?> upkeep = need(order.kind());
            SheetFormat format = order.sheetFormat();
            String name = upkeep.kind().plural() + '.' + format.suffix();
            long[] rows = new long[1];
            try (JobOutput out = run.files().write(name, format.contentType())) {
                new Exports<>(upkeep)
                        .write(
                                sheets,
                                out,
                                format,
                                run.actor(),
                                order.query(),
                                order.wanted(upkeep, run.actor()),
                                count -> {
                                    run.goOn();
                                    rows[0] = count;
                                    run.progress(count, -1, null);
                                });
                out.complete();
            }
            run.result(JSON.write(Map.of("rows", rows[0], "file", name)));
        }
    }
}
