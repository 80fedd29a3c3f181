package org.colonnade.crm.internal.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.ContactType;
import org.colonnade.crm.api.PostalAddress;

/** Another contact point made of one: what is not named stays. */
public final class PointChange {

    private final ContactType type;
    private String value;
    private String normalised;
    private List<String> purposes;
    private String label;
    private boolean primary;
    private PostalAddress address;
    private String id;
    private LocalDate validFrom;
    private LocalDate validTo;
    private boolean doNotUse;
    private String reason;
    private Instant verifiedAt;
    private String verifiedBy;
    private Integer bounces;
    private Instant bouncedAt;

    private PointChange(ContactPoint point) {
        type = point.type();
        value = point.value();
        normalised = point.normalised();
        purposes = point.purposes();
        label = point.label();
        primary = point.primary();
        address = point.address();
        id = point.id();
        validFrom = point.validFrom();
        validTo = point.validTo();
        doNotUse = point.doNotUse();
        reason = point.doNotUseReason();
        verifiedAt = point.verifiedAt();
        verifiedBy = point.verifiedBy();
        bounces = point.bounces();
        bouncedAt = point.bouncedAt();
    }

    /** Begins with a point. */
    public static PointChange of(ContactPoint point) {
        return new PointChange(point);
    }

    /** The same point, as the first of its type or not. */
    public static ContactPoint marked(ContactPoint point, boolean primary) {
        return point.primary() == primary ? point : of(point).primary(primary).make();
    }

    /** The same point as a file or a caller may say it: nothing that only happens to a point here. */
    public static ContactPoint bare(ContactPoint point) {
        return of(point).id(null).untried().make();
    }

    /** Where it leads. */
    public PointChange says(String written, String means, PostalAddress parts) {
        value = written;
        normalised = means;
        address = parts;
        return this;
    }

    /** What it is for. */
    public PointChange serves(List<String> words, String name) {
        purposes = words;
        label = name;
        return this;
    }

    /** Whether it comes first among those of its type. */
    public PointChange primary(boolean first) {
        primary = first;
        return this;
    }

    /** Under which id it is known. */
    public PointChange id(String own) {
        id = own;
        return this;
    }

    /** From when until when it counts. */
    public PointChange valid(LocalDate from, LocalDate to) {
        validFrom = from;
        validTo = to;
        return this;
    }

    /** Whether nobody may use it, and why. */
    public PointChange doNotUse(boolean locked, String why) {
        doNotUse = locked;
        reason = locked ? why : null;
        return this;
    }

    /** The party was reached by it. */
    public PointChange verified(Instant at, String by) {
        verifiedAt = at;
        verifiedBy = by;
        return this;
    }

    /** What came back. */
    public PointChange bounced(Integer times, Instant last) {
        bounces = times == null || times == 0 ? null : times;
        bouncedAt = bounces == null ? null : last;
        return this;
    }

    /** Nobody has tried it. */
    public PointChange untried() {
        return verified(null, null).bounced(null, null);
    }

    /** What is known of trying it, as another one has it. */
    public PointChange tried(ContactPoint like) {
        return verified(like.verifiedAt(), like.verifiedBy()).bounced(like.bounces(), like.bouncedAt());
    }

    /** The point. */
    public ContactPoint make() {
        return new ContactPoint(
                type,
                value,
                normalised,
                purposes,
                label,
                primary,
                address,
                id,
                validFrom,
                validTo,
                doNotUse,
                reason,
                verifiedAt,
                verifiedBy,
                bounces,
                bouncedAt);
    }
}
