package org.colonnade.crm.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** How one party stands to another, read from the first. */
@Entity
@Table(name = "crm_relationship")
public class RelationshipRow {

    @Id
    private long id;

    @Column(name = "from_party")
    private long from;

    @Column(name = "to_party")
    private long to;

    private String relation;

    @Column(name = "since_on")
    private LocalDate since;

    @Column(name = "until_on")
    private LocalDate until;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    @Column(name = "created_by")
    private String createdBy;

    RelationshipRow(long id, long from, long to, String relation, LocalDate since, LocalDate until) {
        this.id = id;
        this.from = from;
        this.to = to;
        this.relation = relation;
        this.since = since;
        this.until = until;
    }

    RelationshipRow made(Instant now, String actor) {
        createdAt = now.atOffset(ZoneOffset.UTC);
        createdBy = actor;
        return this;
    }

    long id() {
        return id;
    }

    long from() {
        return from;
    }

    long to() {
        return to;
    }

    String relation() {
        return relation;
    }

    LocalDate since() {
        return since;
    }

    LocalDate until() {
        return until;
    }
}
