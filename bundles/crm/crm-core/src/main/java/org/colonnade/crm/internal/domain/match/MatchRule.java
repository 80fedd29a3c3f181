package org.colonnade.crm.internal.domain.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.colonnade.crm.api.FieldMatch;
import org.colonnade.crm.api.Identifier;
import org.colonnade.crm.api.PartyKind;
import org.colonnade.crm.internal.domain.identifier.IdentifierRule;

/**
 * How likely two parties are the same. Each field gives evidence in bits, after Fellegi and Sunter: how much more often two values are so
 * alike, or so different, with one party than with two. The sum of all bits, less what it takes to single one party out among
 * many, becomes the score. The weights were found with generated records with the errors that people make; see {@code MatchQualityTest}.
 */
public final class MatchRule {

    /** Bits that make even odds. */
    private static final double EVEN = 16;
    /** How many bits make the odds twice as long. */
    private static final double STEP = 4;
    /** What a household, an office, says at most together about two whose given names differ. */
    private static final double SHARED = 15;
    /** From which likeness on a given name speaks for one person, not for a relative. */
    private static final double CLEARLY = 0.88;
    /** So far below its floor a likeness counts as none. */
    private static final double RAMP = 0.2;

    private final List<FieldMatch> fields = new ArrayList<>();
    private boolean sameIdentifier;
    private boolean otherIdentifier;

    private MatchRule() {}

    /**
     * What a field is worth.
     *
     * @param name the field's name
     * @param agree bits if it is the same
     * @param differ bits, below 0, if it has nothing in common
     * @param floor from which likeness on it speaks for the same party
     */
    record Weigh(String name, double agree, double differ, double floor) {

        FieldMatch of(String one, String other, double alike) {
            double bits = alike >= floor
                    ? agree * (alike - floor) / (1 - floor)
                    : differ * Math.min(1, (floor - alike) / RAMP);
            return new FieldMatch(name, one, other, round(alike), agree, round(bits));
        }
    }

    static final Weigh GIVEN = new Weigh("given", 7, -8, 0.8);
    static final Weigh FAMILY = new Weigh("family", 9, -6, 0.76);
    static final Weigh GENERATION = new Weigh("suffix", 1, -10, 0.99);
    static final Weigh BIRTHDAY = new Weigh("birthday", 13, -9, 0.5);
    static final Weigh EMAIL = new Weigh("email", 30, -1.5, 0.4);
    static final Weigh PHONE = new Weigh("phone", 13, -1.5, 0.4);
    static final Weigh STREET = new Weigh("street", 9, -4, 0.6);
    static final Weigh POSTCODE = new Weigh("postcode", 4, -1, 0.4);
    static final Weigh LOCALITY = new Weigh("locality", 2, -1, 0.75);
    static final Weigh EMPLOYER = new Weigh("organisation", 5, -0.5, 0.7);
    static final Weigh COMPANY = new Weigh("organisation", 16, -9, 0.8);
    static final Weigh WEB = new Weigh("web", 9, -1, 0.5);

    /** Compares two parties; in both directions the same. */
    public static Verdict compare(Facts one, Facts other) {
        MatchRule rule = new MatchRule();
        if (one.kind() != other.kind()) {
            return new Verdict(0, List.of(), false, false);
        }
        if (one.kind() == PartyKind.PERSON) {
            rule.person(one, other);
        } else {
            rule.organisation(one, other);
        }
        return rule.verdict();
    }

    /**
     * The same for whoever asks only about those that are alike.
     *
     * @param least a score above 0
     * @return null if the two are sure to have a lower score; most are, and that is seen without comparing all
     */
    public static Verdict compare(Facts one, Facts other, double least) {
        return one.kind() != other.kind() || Reach.below(one, other, least) ? null : compare(one, other);
    }

    private Verdict verdict() {
        return new Verdict(score(bits()), List.copyOf(fields), sameIdentifier, otherIdentifier);
    }

    private double bits() {
        return fields.stream().mapToDouble(FieldMatch::contribution).sum();
    }

    /** The score of so many bits; more bits never have a lower one. */
    static double score(double bits) {
        return round(1 / (1 + Math.pow(2, (EVEN - bits) / STEP)));
    }

    /** What the names of two persons say. */
    static double named(Facts one, Facts other) {
        MatchRule rule = new MatchRule();
        rule.names(one, other);
        return rule.bits();
    }

    /** What e-mail addresses and telephone numbers say, before it is cut for those of one household. */
    static double reached(Facts one, Facts other) {
        MatchRule rule = new MatchRule();
        rule.best(EMAIL, one.emails(), other.emails(), Likeness::email);
        rule.best(PHONE, one.phones(), other.phones(), Likeness::phone);
        return rule.bits();
    }

    private void person(Facts one, Facts other) {
        double given = names(one, other);
        text(GENERATION, one.generation(), other.generation(), (here, there) -> here.equals(there) ? 1 : 0);
        if (!one.birthday().isEmpty() && !other.birthday().isEmpty()) {
            fields.add(
                    BIRTHDAY.of(one.birthday(), other.birthday(), Likeness.birthday(one.birthday(), other.birthday())));
        }
        best(EMAIL, one.emails(), other.emails(), Likeness::email);
        best(PHONE, one.phones(), other.phones(), Likeness::phone);
        places(one, other);
        text(
                EMPLOYER,
                BlockingKeys.core(one.organisation()),
                BlockingKeys.core(other.organisation()),
                Likeness::tokens);
        identifiers(one, other);
        boolean fatherAndSon = !one.generation().isEmpty()
                && !other.generation().isEmpty()
                && !one.generation().equals(other.generation());
        if (given < 0 || fatherAndSon) {
            household();
        }
    }

    private void organisation(Facts one, Facts other) {
        text(COMPANY, BlockingKeys.core(one.organisation()), BlockingKeys.core(other.organisation()), Likeness::tokens);
        best(EMAIL, one.emails(), other.emails(), Likeness::email);
        best(PHONE, one.phones(), other.phones(), Likeness::phone);
        best(WEB, one.domains(), other.domains(), Likeness::code);
        places(one, other);
        identifiers(one, other);
    }

    /** Given and family name in whichever order fits better. Below 0 if the given name does not speak for one person. */
    private double names(Facts one, Facts other) {
        double given = given(one, other);
        double family = alike(one.family(), other.family());
        double crossed = Math.min(alike(one.given(), other.family()), alike(one.family(), other.given()));
        if (crossed > 0.85 && crossed > Math.min(given, family)) {
            String here = one.given() + ' ' + one.family();
            String there = other.given() + ' ' + other.family();
            fields.add(new Weigh("name", GIVEN.agree() + FAMILY.agree(), 0, GIVEN.floor())
                    .of(here, there, 0.95 * crossed));
            return 1;
        }
        if (given >= 0) {
            fields.add(GIVEN.of(one.given(), other.given(), given));
        }
        if (family >= 0) {
            fields.add(FAMILY.of(one.family(), other.family(), family));
        }
        return given - CLEARLY;
    }

    private static double given(Facts one, Facts other) {
        double given = alike(one.given(), other.given());
        if (!one.nickname().isEmpty() || !other.nickname().isEmpty()) {
            given = Math.max(given, 0.95 * alike(one.nickname(), other.given()));
            given = Math.max(given, 0.95 * alike(one.given(), other.nickname()));
            given = Math.max(given, 0.95 * alike(one.nickname(), other.nickname()));
        }
        return given;
    }

    /** How alike two names are; −1 if one is not known. */
    private static double alike(String one, String other) {
        return one.isEmpty() || other.isEmpty() ? -1 : Likeness.name(one, other);
    }

    private void text(Weigh weigh, String one, String other, ToDoubleBiFunction<String, String> likeness) {
        if (!one.isEmpty() && !other.isEmpty()) {
            fields.add(weigh.of(one, other, likeness.applyAsDouble(one, other)));
        }
    }

    private void best(
            Weigh weigh,
            Collection<String> some,
            Collection<String> others,
            ToDoubleBiFunction<String, String> likeness) {
        FieldMatch best = null;
        for (String one : some) {
            for (String other : others) {
                double alike = likeness.applyAsDouble(one, other);
                if (best == null || alike > best.similarity()) {
                    best = weigh.of(one, other, alike);
                }
            }
        }
        if (best != null) {
            fields.add(best);
        }
    }

    /** Of all pairs of addresses the one that says most. */
    private void places(Facts one, Facts other) {
        List<FieldMatch> best = List.of();
        double most = Double.NEGATIVE_INFINITY;
        for (Facts.Place here : one.places()) {
            for (Facts.Place there : other.places()) {
                List<FieldMatch> found = place(here, there);
                double bits =
                        found.stream().mapToDouble(FieldMatch::contribution).sum();
                if (bits > most) {
                    most = bits;
                    best = found;
                }
            }
        }
        fields.addAll(best);
    }

    private static List<FieldMatch> place(Facts.Place here, Facts.Place there) {
        MatchRule rule = new MatchRule();
        rule.text(STREET, here.street(), there.street(), Likeness::tokens);
        rule.text(POSTCODE, here.postcode(), there.postcode(), Likeness::code);
        rule.text(LOCALITY, here.locality(), there.locality(), Likeness::name);
        return rule.fields;
    }

    private void identifiers(Facts one, Facts other) {
        for (Identifier here : one.strong()) {
            List<Identifier> there = other.strong().stream()
                    .filter(id -> id.scheme().equals(here.scheme()))
                    .toList();
            if (!there.isEmpty()) {
                boolean same = there.contains(here);
                sameIdentifier |= same && IdentifierRule.fault(here) == null;
                otherIdentifier |= !same;
                String name = "identifier." + here.scheme();
                fields.add(new FieldMatch(name, here.value(), there.get(0).value(), same ? 1 : 0, 25, same ? 25 : -12));
            }
        }
    }

    /** People who live or work together share all of this; it is one piece of evidence, not five. */
    private void household() {
        double bits = fields.stream()
                .filter(MatchRule::isShared)
                .mapToDouble(FieldMatch::contribution)
                .sum();
        double email = fields.stream()
                .filter(field -> field.field().equals(EMAIL.name()))
                .mapToDouble(FieldMatch::contribution)
                .sum();
        double most = Math.max(SHARED, email);
        if (bits > most) {
            fields.replaceAll(field -> !isShared(field)
                    ? field
                    : new FieldMatch(
                            field.field(),
                            field.one(),
                            field.other(),
                            field.similarity(),
                            field.weight(),
                            round(field.contribution() * most / bits)));
        }
    }

    private static boolean isShared(FieldMatch field) {
        return switch (field.field()) {
            case "family", "email", "phone", "street", "postcode", "locality", "organisation" -> field.contribution()
                    > 0;
            default -> false;
        };
    }

    private static double round(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
