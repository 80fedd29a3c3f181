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
    }

    long partyId() {
        return partyId;
    }

    String text() {
        return text;
    }

    Note view() {
        return new Note(Tsid.text(id), text, author, createdAt.toInstant());
    }
}
