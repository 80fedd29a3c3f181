package org.colonnade.crm.internal.store;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;
import org.colonnade.crm.api.ImportReport;
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

    ImportRow(long id, String format, byte[] header, Instant now, String actor) {
        this.id = id;
        this.format = format;
        this.header = header == null ? null : header.clone();
        this.startedAt = now.atOffset(ZoneOffset.UTC);
        this.touchedAt = startedAt;
        this.startedBy = actor;
    }

    void counted(ImportReport counts, Instant now) {
        read = counts.read();
        created = counts.created();
        updated = counts.updated();
        unchanged = counts.unchanged();
        refused = counts.refused();
        suspected = counts.suspected();
        touchedAt = now.atOffset(ZoneOffset.UTC);
    }

    void finished(Instant now) {
        finishedAt = now.atOffset(ZoneOffset.UTC);
    }

    byte[] header() {
        return header == null ? new byte[0] : header.clone();
    }

    ImportReport view(Instant now) {
        boolean given =
                finishedAt == null && touchedAt.toInstant().plus(PATIENCE).isBefore(now);
        ImportReport.State state = finishedAt != null
                ? ImportReport.State.FINISHED
                : given ? ImportReport.State.INTERRUPTED : ImportReport.State.RUNNING;
        return new ImportReport(
                Tsid.text(id),
                format,
                false,
                state,
                startedAt.toInstant(),
                finishedAt == null ? null : finishedAt.toInstant(),
                startedBy,
                read,
                created,
                updated,
                unchanged,
                refused,
                suspected,
                List.of(),
                read);
    }
}
