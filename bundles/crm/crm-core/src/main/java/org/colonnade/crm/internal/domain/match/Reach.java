package org.colonnade.crm.internal.domain.match;

import java.util.Collection;
import org.colonnade.crm.api.PartyKind;

/**
 * How far the score of two parties can reach at most. What is quick to compare is compared, all else counts as the same where both say
 * something. That is never less than what {@link MatchRule} finds: no field gives more than when it is the same, and what is cut for a
 * household is only taken away.
 */
final class Reach {

    /** Sums of the same numbers in another order differ by far less. */
    private static final double SLACK = 1e-6;

    private static final double NAMES = MatchRule.GIVEN.agree() + MatchRule.FAMILY.agree();
    private static final double PLACE =
            MatchRule.STREET.agree() + MatchRule.POSTCODE.agree() + MatchRule.LOCALITY.agree();

    private Reach() {}

    /** Whether two parties of one kind are sure to have a lower score. */
    static boolean below(Facts one, Facts other, double least) {
        if (both(one.strong(), other.strong())) {
            return false;
        }
        double bits = SLACK
                + MatchRule.reached(one, other)
                + (both(one.places(), other.places()) ? PLACE : 0)
                + (one.kind() == PartyKind.PERSON ? person(one, other) : organisation(one, other));
        if (one.kind() != PartyKind.PERSON) {
            return below(bits, least);
        }
        return below(bits + NAMES, least) || below(bits + MatchRule.named(one, other), least);
    }

    private static boolean below(double bits, double least) {
        return MatchRule.score(bits) < least;
    }

    /** All but the names. */
    private static double person(Facts one, Facts other) {
        return agree(MatchRule.GENERATION, one.generation(), other.generation())
                + agree(MatchRule.BIRTHDAY, one.birthday(), other.birthday())
                + agree(MatchRule.EMPLOYER, one.organisation(), other.organisation());
    }

    private static double organisation(Facts one, Facts other) {
        return agree(MatchRule.COMPANY, one.organisation(), other.organisation())
                + (both(one.domains(), other.domains()) ? MatchRule.WEB.agree() : 0);
    }

    private static double agree(MatchRule.Weigh weigh, String one, String other) {
        return one.isEmpty() || other.isEmpty() ? 0 : weigh.agree();
    }

    private static boolean both(Collection<?> some, Collection<?> others) {
        return !some.isEmpty() && !others.isEmpty();
    }
}
