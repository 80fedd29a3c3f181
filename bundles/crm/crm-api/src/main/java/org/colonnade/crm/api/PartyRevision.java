package org.colonnade.crm.api;

import java.util.List;
import org.colonnade.platform.api.Ref;

/**
 * A {@link PartyDraft} that is being said otherwise: what is not named here stays. Not for more than one thread.
 *
 * @since 1.2
 */
public final class PartyRevision {

    private PartyKind kind;
    private String displayName;
    private PersonName name;
    private String organisation;
    private String unit;
    private String jobTitle;
    private String role;
    private String birthday;
    private String language;
    private String timeZone;
    private List<ContactPoint> contactPoints;
    private List<String> tags;
    private List<Identifier> identifiers;
    private Ref owner;
    private Ref team;

    PartyRevision(PartyDraft from) {
        kind = from.kind();
        displayName = from.displayName();
        name = from.name();
        organisation = from.organisation();
        unit = from.unit();
        jobTitle = from.jobTitle();
        role = from.role();
        birthday = from.birthday();
        language = from.language();
        timeZone = from.timeZone();
        contactPoints = from.contactPoints();
        tags = from.tags();
        identifiers = from.identifiers();
        owner = from.owner();
        team = from.team();
    }

    /** The party as it reads now. */
    public PartyDraft draft() {
        return new PartyDraft(
                kind,
                displayName,
                name,
                organisation,
                unit,
                jobTitle,
                role,
                birthday,
                language,
                timeZone,
                contactPoints,
                tags,
                identifiers,
                owner,
                team);
    }

    /** Another value of {@link PartyDraft#kind}. */
    public PartyRevision kind(PartyKind other) {
        kind = other;
        return this;
    }

    /** Another value of {@link PartyDraft#displayName}. */
    public PartyRevision displayName(String other) {
        displayName = other;
        return this;
    }

    /** Another value of {@link PartyDraft#name}. */
    public PartyRevision name(PersonName other) {
        name = other;
        return this;
    }

    /** Another value of {@link PartyDraft#organisation}. */
    public PartyRevision organisation(String other) {
        organisation = other;
        return this;
    }

    /** Another value of {@link PartyDraft#unit}. */
    public PartyRevision unit(String other) {
        unit = other;
        return this;
    }

    /** Another value of {@link PartyDraft#jobTitle}. */
    public PartyRevision jobTitle(String other) {
        jobTitle = other;
        return this;
    }

    /** Another value of {@link PartyDraft#role}. */
    public PartyRevision role(String other) {
        role = other;
        return this;
    }

    /** Another value of {@link PartyDraft#birthday}. */
    public PartyRevision birthday(String other) {
        birthday = other;
        return this;
    }

    /** Another value of {@link PartyDraft#language}. */
    public PartyRevision language(String other) {
        language = other;
        return this;
    }

    /** Another value of {@link PartyDraft#timeZone}. */
    public PartyRevision timeZone(String other) {
        timeZone = other;
        return this;
    }

    /** Another value of {@link PartyDraft#contactPoints}. */
    public PartyRevision contactPoints(List<ContactPoint> other) {
        contactPoints = other;
        return this;
    }

    /** Another value of {@link PartyDraft#tags}. */
    public PartyRevision tags(List<String> other) {
        tags = other;
        return this;
    }

    /** Another value of {@link PartyDraft#identifiers}. */
    public PartyRevision identifiers(List<Identifier> other) {
        identifiers = other;
        return this;
    }

    /** Another value of {@link PartyDraft#owner}. */
    public PartyRevision owner(Ref other) {
        owner = other;
        return this;
    }

    /** Another value of {@link PartyDraft#team}. */
    public PartyRevision team(Ref other) {
        team = other;
        return this;
    }
}
