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
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.Identifier;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.PartyKind;
import org.colonnade.crm.api.PersonName;
import org.colonnade.crm.internal.domain.Folding;
import org.colonnade.crm.internal.domain.SortName;
import org.colonnade.crm.internal.domain.Texts;

/** A party's own fields. */
@Entity
@Table(name = "crm_party")
public class PartyRow {

    @Id
    private long id;

    @Version
    private long version;

    @Enumerated(EnumType.STRING)
    private PartyKind kind;

    @Column(name = "display_name")
    private String displayName;

    @Column(name = "sort_name")
    private String sortName;

    @Column(name = "name_key")
    private String nameKey;

    @Column(name = "org_key")
    private String orgKey;

    @Column(name = "name_prefix")
    private String prefix;

    @Column(name = "name_given")
    private String given;

    @Column(name = "name_additional")
    private String additional;

    @Column(name = "name_family")
    private String family;

    @Column(name = "name_suffix")
    private String suffix;

    private String nickname;

    @Column(name = "phonetic_given")
    private String phoneticGiven;

    @Column(name = "phonetic_family")
    private String phoneticFamily;

    private String organisation;

    @Column(name = "unit_name")
    private String unit;

    @Column(name = "job_title")
    private String jobTitle;

    @Column(name = "role_name")
    private String role;

    private String birthday;

    @Column(name = "language_tag")
    private String language;

    @Column(name = "time_zone")
    private String timeZone;

    @Column(name = "kept_names")
    private String keptNames;

    private boolean archived;

    @Column(name = "merged_into")
    private Long mergedInto;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "changed_at")
    private OffsetDateTime changedAt;

    @Column(name = "changed_by")
    private String changedBy;

    PartyRow(long id, Instant now, String actor) {
        this.id = id;
        createdAt = now.atOffset(ZoneOffset.UTC);
        createdBy = actor;
    }

    void says(PartyDraft party, String names, Instant now, String actor) {
        kind = party.kind();
        displayName = party.displayName();
        sortName = SortName.of(party);
        nameKey = SortName.key(party);
        orgKey = orgKey(party);
        PersonName name = party.name();
        prefix = name.prefix();
        given = name.given();
        additional = name.additional();
        family = name.family();
        suffix = name.suffix();
        nickname = name.nickname();
        phoneticGiven = name.phoneticGiven();
        phoneticFamily = name.phoneticFamily();
        organisation = party.organisation();
        unit = party.unit();
        jobTitle = party.jobTitle();
        role = party.role();
        birthday = party.birthday();
        language = party.language();
        timeZone = party.timeZone();
        keptNames = names;
        touched(now, actor);
    }

    void archived(boolean away, Instant now, String actor) {
        archived = away;
        touched(now, actor);
    }

    /** Makes it a part of another party, or, with null, one that stands by itself again. */
    void mergedInto(Long survivor, Instant now, String actor) {
        mergedInto = survivor;
        touched(now, actor);
    }

    /** As nothing but its version has changed since then. */
    void touchedAsBefore(Instant then, String actor) {
        touched(then, actor);
    }

    private void touched(Instant now, String actor) {
        changedAt = now.atOffset(ZoneOffset.UTC);
        changedBy = actor;
    }

    private static String orgKey(PartyDraft party) {
        return Texts.cut(Folding.fold(party.organisation()), 120);
    }

    long id() {
        return id;
    }

    /** For {@code If-Match}. */
    public long version() {
        return version;
    }

    /** Whether it was put away. */
    public boolean archived() {
        return archived;
    }

    /** The party that it became a part of; null for one that stands by itself. */
    public Long mergedInto() {
        return mergedInto;
    }

    String changedBy() {
        return changedBy;
    }

    PartyKind kind() {
        return kind;
    }

    String displayName() {
        return displayName;
    }

    String sortName() {
        return sortName;
    }

    String keptNames() {
        return keptNames;
    }

    Instant createdAt() {
        return createdAt.toInstant();
    }

    Instant changedAt() {
        return changedAt.toInstant();
    }

    /** The fields, without what lies in other tables. */
    PartyDraft fields(List<ContactPoint> points, List<String> tags, List<Identifier> identifiers) {
        return new PartyDraft(
                kind,
                displayName,
                new PersonName(prefix, given, additional, family, suffix, nickname, phoneticGiven, phoneticFamily),
                organisation,
                unit,
                jobTitle,
                role,
                birthday,
                language,
                timeZone,
                points,
                tags,
                identifiers);
    }
}
