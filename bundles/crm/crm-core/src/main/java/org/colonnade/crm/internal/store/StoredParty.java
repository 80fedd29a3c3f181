package org.colonnade.crm.internal.store;

import java.time.Instant;
import org.colonnade.crm.api.Party;
import org.colonnade.crm.internal.domain.PartyContent;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;

/**
 * A party as it lies in its tables.
 *
 * @param row its own fields
 * @param content all of it; where it was loaded for a list, without notes and kept properties
 */
public record StoredParty(PartyRow row, PartyContent content) {

    /** The module's and the type's name in references. */
    private static final String MODULE = "crm";

    /** A reference to a party. */
    public static Ref ref(long id) {
        return Ref.of(MODULE, "party", id);
    }

    /** The id that a reference points at; −1 if it does not point at a party. */
    public static long id(Ref ref) {
        return ref != null && ref.module().equals(MODULE) && ref.type().equals("party") ? Tsid.parse(ref.id()) : -1;
    }

    /** The party's id. */
    public long id() {
        return row.id();
    }

    /** The same party with other content. */
    public StoredParty with(PartyContent other) {
        return new StoredParty(row, other);
    }

    /** When it was last changed. */
    public Instant changedAt() {
        return row.changedAt();
    }

    /** The party as callers see it. */
    public Party view() {
        return view(row.mergedInto());
    }

    /**
     * The party as callers see it.
     *
     * @param living the party that it is part of now; null for one that stands by itself
     */
    public Party view(Long living) {
        return Party.of(
                Tsid.text(row.id()),
                content.draft(),
                PartyDocument.kept(row.keptNames()),
                row.archived(),
                row.version(),
                row.createdAt(),
                row.changedAt(),
                living == null ? null : ref(living));
    }
}
