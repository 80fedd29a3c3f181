package org.colonnade.crm.internal.store;

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
import org.colonnade.crm.api.Duplicate;
import org.colonnade.crm.api.Suspect;

/** Two parties that may be one; the older one comes first. */
@Entity
@Table(name = "crm_duplicate")
public class DuplicateRow {

    private static final int LONGEST = 300;

    @Id
    private long id;

    @Version
    private long version;

    @Column(name = "party_a")
    private long a;

    @Column(name = "party_b")
    private long b;

    @Enumerated(EnumType.STRING)
    private Duplicate.State state;

    @Enumerated(EnumType.STRING)
    private Suspect.Strength strength;

    private String reasons;

    private Double score;

    @Column(name = "found_at")
    private OffsetDateTime foundAt;

    @Column(name = "decided_at")
    private OffsetDateTime decidedAt;

    @Column(name = "decided_by")
    private String decidedBy;

    DuplicateRow(long id, long a, long b, Instant now) {
        this.id = id;
        this.a = a;
        this.b = b;
        this.state = Duplicate.State.OPEN;
        this.foundAt = now.atOffset(ZoneOffset.UTC);
    }

    void speaksFor(Suspect suspect) {
        String text = words(suspect.reasons());
        if (suspect.strength() != strength
                || !text.equals(reasons)
                || !suspect.score().equals(score)) {
            strength = suspect.strength();
            reasons = text;
            score = suspect.score();
        }
    }

    /** As many of the reasons as there is room for. */
    private static String words(List<String> why) {
        String text = "";
        for (String word : why) {
            String longer = text.isEmpty() ? word : text + ' ' + word;
            text = longer.length() <= LONGEST ? longer : text;
        }
        return text;
    }

    void decided(Duplicate.State how, Instant now, String actor) {
        state = how;
        decidedAt = now.atOffset(ZoneOffset.UTC);
        decidedBy = actor;
    }

    boolean open() {
        return state == Duplicate.State.OPEN;
    }

    long other(long party) {
        return a == party ? b : a;
    }

    long id() {
        return id;
    }

    long a() {
        return a;
    }

    long b() {
        return b;
    }

    Duplicate.State state() {
        return state;
    }

    Suspect.Strength strength() {
        return strength;
    }

    List<String> reasons() {
        return reasons.isEmpty() ? List.of() : List.of(reasons.split(" "));
    }

    Double score() {
        return score;
    }

    Instant foundAt() {
        return foundAt.toInstant();
    }
}
