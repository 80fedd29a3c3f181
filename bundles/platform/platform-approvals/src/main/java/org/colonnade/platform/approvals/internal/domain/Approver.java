package org.colonnade.platform.approvals.internal.domain;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.colonnade.platform.api.Money;
import org.colonnade.platform.api.Ref;

/**
 * Somebody who would decide, with all that counts.
 *
 * @param person the account
 * @param own what it may do by itself
 * @param lent what others have lent it, whether they hold now or not
 * @param principals those for whom it stands in now
 */
public record Approver(Ref person, Predicate<String> own, List<Lent> lent, Set<Ref> principals) {

    public Approver {
        lent = List.copyOf(lent);
        principals = Set.copyOf(principals);
    }

    /**
     * A right to approve that somebody has lent.
     *
     * @param giver whose right it is
     * @param kind for which kind of approval; null for all
     * @param upTo up to which amount; null for every amount
     * @param from from when on, UTC
     * @param until until when, UTC, exclusive
     * @param may what the giver may do at this moment
     */
    public record Lent(Ref giver, String kind, Money upTo, Instant from, Instant until, Predicate<String> may) {

        boolean holds(String wanted, Instant now) {
            return (kind == null || kind.equals(wanted)) && !now.isBefore(from) && now.isBefore(until);
        }

        boolean reaches(Money amount) {
            return upTo == null || amount != null && RuleCheck.reaches(upTo, amount);
        }
    }

    /** Whether the permission is there, by itself or lent, whatever the amount. */
    public boolean everMay(String permission, String kind, Instant now) {
        return own.test(permission)
                || lent.stream()
                        .anyMatch(one -> one.holds(kind, now) && one.may().test(permission));
    }

    /** Who counts as making: as {@link #persons}, whatever the kinds for which rights were lent. */
    public Set<Ref> makers(Instant now) {
        Set<Ref> makers = new HashSet<>(principals);
        makers.add(person);
        lent.stream().filter(one -> one.holds(one.kind(), now)).forEach(one -> makers.add(one.giver()));
        return makers;
    }

    /** Who counts as acting: the account, those for whom it stands in, and those who have lent it their right for this kind. */
    public Set<Ref> persons(String kind, Instant now) {
        Set<Ref> persons = new HashSet<>(principals);
        persons.add(person);
        lent.stream().filter(one -> one.holds(kind, now)).forEach(one -> persons.add(one.giver()));
        return persons;
    }
}
