package org.colonnade.crm.internal.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The days on which a role counts, both ends included.
 *
 * @param from the first; {@link #BEGINNING} for since ever
 * @param to the last; {@link #END} for no end
 */
public record RolePeriod(LocalDate from, LocalDate to) {

    /** Before every day that can be kept. */
    public static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);
    /** After every day that can be kept. */
    public static final LocalDate END = LocalDate.of(9999, 12, 31);

    /** The days between two that may be missing. */
    public static RolePeriod of(LocalDate from, LocalDate to) {
        return new RolePeriod(from == null ? BEGINNING : from, to == null ? END : to);
    }

    /** The first day; null for since ever. */
    public LocalDate first() {
        return from.equals(BEGINNING) ? null : from;
    }

    /** The last day; null for no end. */
    public LocalDate last() {
        return to.equals(END) ? null : to;
    }

    /** Whether a day is in both. */
    public boolean meets(RolePeriod other) {
        return !from.isAfter(other.to) && !to.isBefore(other.from);
    }

    /** What is left of it outside of others, in order. */
    public List<RolePeriod> without(Collection<RolePeriod> others) {
        List<RolePeriod> left = List.of(this);
        for (RolePeriod other : others) {
            List<RolePeriod> next = new ArrayList<>();
            left.forEach(piece -> piece.cut(other, next));
            left = next;
        }
        return left;
    }

    private void cut(RolePeriod other, List<RolePeriod> into) {
        if (!meets(other)) {
            into.add(this);
            return;
        }
        if (from.isBefore(other.from)) {
            into.add(new RolePeriod(from, other.from.minusDays(1)));
        }
        if (to.isAfter(other.to)) {
            into.add(new RolePeriod(other.to.plusDays(1), to));
        }
    }
}
