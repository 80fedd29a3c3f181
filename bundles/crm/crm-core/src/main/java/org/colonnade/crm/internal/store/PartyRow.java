package org.colonnade.crm.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
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
import org.colonnade.crm.internal.domain.SortName;
import org.colonnade.crm.internal.domain.Texts;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.text.Folding;

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

    /** A reference to a user. */
    private String owner;

    /** A reference to a team. */
    private String team;

    /** The fields as one JSON object; null where it is not written yet, and in a party that is part of another one. */
    private String document;

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
        this(id, now.atOffset(ZoneOffset.UTC), actor);
    }

    private PartyRow(long id, OffsetDateTime createdAt, String actor) {
        this.id = id;
        this.createdAt = createdAt;
        createdBy = actor;
    }

    /** A row of {@link PartyReading}, unknown to the mapper; complete but for what only changes and searches need. */
    static PartyRow read(ResultSet from) throws SQLException {
        PartyRow row = new PartyRow(from.getLong(2), from.getObject(PartyReading.FLAG + 2, OffsetDateTime.class), null);
        row.version = from.getLong(PartyReading.FLAG + 1);
        row.archived = from.getBoolean(PartyReading.FLAG);
        row.changedAt = from.getObject(PartyReading.FLAG + 3, OffsetDateTime.class);
        row.mergedInto = from.getObject(PartyReading.FLAG + 4, Long.class);
        int at = PartyReading.TEXTS;
        row.kind = PartyKind.valueOf(from.getString(at));
        row.displayName = from.getString(at + 1);
        row.prefix = from.getString(at + 2);
        row.given = from.getString(at + 3);
        row.additional = from.getString(at + 4);
        row.family = from.getString(at + 5);
        row.suffix = from.getString(at + 6);
        row.nickname = from.getString(at + 7);
        row.phoneticGiven = from.getString(at + 8);
        row.phoneticFamily = from.getString(at + 9);
        row.organisation = from.getString(at + 10);
        row.unit = from.getString(at + 11);
        row.jobTitle = from.getString(at + 12);
        row.role = from.getString(at + 13);
        row.birthday = from.getString(at + 14);
        row.language = from.getString(at + 15);
        row.timeZone = from.getString(at + 16);
        row.keptNames = from.getString(at + 17);
        row.owner = from.getString(PartyReading.FLAG + 5);
        row.team = from.getString(PartyReading.FLAG + 6);
        return row;
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
        owner = party.owner() == null ? null : party.owner().toString();
        team = party.team() == null ? null : party.team().toString();
        keptNames = names;
        document = PartyDocument.of(party, names);
        touched(now, actor);
    }

    void archived(boolean away, Instant now, String actor) {
        archived = away;
        touched(now, actor);
    }

    /** Makes it a part of another party, or, with null, one that stands by itself again. */
    void mergedInto(Long survivor, Instant now, String actor) {
        mergedInto = survivor;
        document = null;
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

    /** What {@link NewParties} inserts, in the order of its columns; from then on the row has its first version. */
    Object[] born() {
        version = 1;
        return new Object[] {
            id,
            version,
            kind.name(),
            displayName,
            sortName,
            nameKey,
            orgKey,
            prefix,
            given,
            additional,
            family,
            suffix,
            nickname,
            phoneticGiven,
            phoneticFamily,
            organisation,
            unit,
            jobTitle,
            role,
            birthday,
            language,
            timeZone,
            keptNames,
            document,
            archived,
            createdAt,
            createdBy,
            changedAt,
            changedBy,
            owner,
            team
        };
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

    String document() {
        return document;
    }

    /** Who made it, as a reference. */
    public String createdBy() {
        return createdBy;
    }

    /** Who changed it last, as a reference. */
    public String changedBy() {
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

    /** When it was made. */
    public Instant createdAt() {
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
                identifiers,
                owner == null ? null : Ref.parse(owner),
                team == null ? null : Ref.parse(team));
    }
}
