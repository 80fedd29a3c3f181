package org.colonnade.crm.internal.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.colonnade.crm.api.Note;
import org.colonnade.platform.api.Tsid;

/** A note. */
@Entity
@Table(name = "crm_note")
public class NoteRow {

    @Id
    private long id;

    @Column(name = "party_id")
    private long partyId;

    @Column(name = "note_text")
    private String text;

    private String author;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    @Column(name = "changed_by")
    private String changedBy;

    @Column(name = "changed_at")
    private OffsetDateTime changedAt;

    private long version;

    /** The import that it came with; null where somebody wrote it here. */
    @Column(name = "import_id")
    private Long importId;

    NoteRow(long id, long partyId, String text, String author, Instant now, Long importId) {
        this.id = id;
        this.importId = importId;
        this.partyId = partyId;
        this.text = text;
        this.author = author;
        this.createdAt = now.atOffset(ZoneOffset.UTC);
        this.changedBy = author;
        this.changedAt = createdAt;
        this.version = 1;
    }

    long partyId() {
        return partyId;
    }

    String text() {
        return text;
    }

    /** Says something else from now on, and is no more what came with an import. */
    void say(String other, String actor, Instant now) {
        text = other;
        changedBy = actor;
        changedAt = now.atOffset(ZoneOffset.UTC);
        version++;
        importId = null;
    }

    Note view() {
        return new Note(Tsid.text(id), text, author, createdAt.toInstant(), changedBy, changedAt.toInstant(), version);
    }
}
