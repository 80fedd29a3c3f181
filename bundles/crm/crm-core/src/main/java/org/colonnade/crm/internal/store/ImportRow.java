package org.colonnade.crm.internal.store;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;
import org.colonnade.crm.api.ImportReport;
import org.colonnade.crm.internal.Json;
import org.colonnade.crm.internal.domain.ImportCounts;
import org.colonnade.crm.internal.domain.Texts;
import org.colonnade.platform.api.Tsid;

/** One file that came in. */
@Entity
@Table(name = "crm_import")
public class ImportRow {

    /** After so long without a new chunk nobody works on it any more. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Id
    private long id;

    @Version
    private long version;

    private String format;

    @Column(name = "started_at")
    private OffsetDateTime startedAt;

    @Column(name = "touched_at")
    private OffsetDateTime touchedAt;

    @Column(name = "finished_at")
    private OffsetDateTime finishedAt;

    @Column(name = "started_by")
    private String startedBy;

    private byte[] header;

    private String job;

    @Column(name = "dry_run")
    private boolean dryRun;

    /** Null in a row from before imports were jobs. */
    @Enumerated(EnumType.STRING)
    private ImportReport.State state;

    private String options;

    @Column(name = "failure_code")
    private String failureCode;

    @Column(name = "failure_text")
    private String failureText;

    private String reverted;

    @Column(name = "read_count")
    private long read;

    @Column(name = "created_count")
    private long created;

    @Column(name = "updated_count")
    private long updated;

    @Column(name = "unchanged_count")
    private long unchanged;

    @Column(name = "refused_count")
    private long refused;

    @Column(name = "suspected_count")
    private long suspected;

    ImportRow(long id, String format, boolean dryRun, byte[] header, String options, Instant now, String actor) {
        this.id = id;
        this.format = format;
        this.dryRun = dryRun;
        this.header = header == null ? null : header.clone();
        this.options = options;
        this.state = ImportReport.State.QUEUED;
        this.startedAt = now.atOffset(ZoneOffset.UTC);
        this.touchedAt = startedAt;
        this.startedBy = actor;
    }

    void submitted(String to) {
        job = to;
    }

    void counted(ImportCounts counts, Instant now) {
        read = counts.read();
        created = counts.created();
        updated = counts.updated();
        unchanged = counts.unchanged();
        refused = counts.refused();
        suspected = counts.suspected();
        state = ImportReport.State.RUNNING;
        touchedAt = now.atOffset(ZoneOffset.UTC);
    }

    /** It came to its end, whichever. */
    void ended(ImportReport.State how, Instant now) {
        state = how;
        finishedAt = now.atOffset(ZoneOffset.UTC);
        touchedAt = finishedAt;
    }

    void failed(String code, String sentence) {
        failureCode = Texts.cut(code, 100);
        failureText = Texts.cut(sentence, 1000);
    }

    /** What was tried is done now. */
    void committed(String to) {
        job = to;
        dryRun = false;
        state = ImportReport.State.QUEUED;
        finishedAt = null;
        failureCode = null;
        failureText = null;
    }

    void reverting(String to) {
        job = to;
        state = ImportReport.State.REVERTING;
    }

    void reverted(ImportReport.Reverted what) {
        reverted = Json.write(what);
        state = ImportReport.State.REVERTED;
    }

    byte[] header() {
        return header == null ? new byte[0] : header.clone();
    }

    String options() {
        return options;
    }

    private ImportReport.State state(Instant now) {
        boolean silent = touchedAt.toInstant().plus(PATIENCE).isBefore(now);
        if (state == null) {
            return finishedAt != null
                    ? ImportReport.State.FINISHED
                    : silent ? ImportReport.State.INTERRUPTED : ImportReport.State.RUNNING;
        }
        return job == null && !state.ended() && silent ? ImportReport.State.INTERRUPTED : state;
    }

    ImportReport view(Instant now) {
        return new ImportReport(
                Tsid.text(id),
                format,
                dryRun,
                state(now),
                job,
                startedAt.toInstant(),
                finishedAt == null ? null : finishedAt.toInstant(),
                startedBy,
                read,
                created,
                updated,
                unchanged,
                refused,
                suspected,
                reverted == null ? null : Json.read(reverted, ImportReport.Reverted.class),
                failureCode == null ? null : new ImportReport.Failure(failureCode, failureText),
                List.of(),
                read);
    }
}
