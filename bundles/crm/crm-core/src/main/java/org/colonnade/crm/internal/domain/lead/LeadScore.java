package org.colonnade.crm.internal.domain.lead;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.colonnade.crm.api.lead.ScoreExplanation;
import org.colonnade.crm.api.lead.ScoreLine;
import org.colonnade.crm.api.lead.Signal;

/**
 * What a lead is worth looking at: the sum of the points of all rules that hold, each halved with every half-life since it began to hold.
 * Worked out for any moment from the versions of the rules and the times in which their conditions held.
 */
public final class LeadScore {

    private static final BigDecimal SECONDS_OF_A_DAY =
            BigDecimal.valueOf(Duration.ofDays(1).toSeconds());

    private LeadScore() {}

    /** The score of a lead at a moment, with what each rule added. @param versions of all rules, in any order */
    public static ScoreExplanation at(
            String lead, Instant at, Collection<RuleVersion> versions, Collection<Held> held) {
        List<ScoreLine> lines = new ArrayList<>();
        for (RuleVersion rule : inForce(at, versions)) {
            Instant since = held.stream()
                    .filter(one -> one.rule().equals(rule.rule()) && one.edition() == rule.edition() && one.at(at))
                    .map(Held::since)
                    .min(Comparator.naturalOrder())
                    .orElse(null);
            lines.add(line(rule, at, since));
        }
        lines.sort(Comparator.comparing((ScoreLine line) -> line.counted().abs())
                .reversed()
                .thenComparing(ScoreLine::name)
                .thenComparing(ScoreLine::rule));
        BigDecimal sum = lines.stream().map(ScoreLine::counted).reduce(new BigDecimal("0.00"), BigDecimal::add);
        return new ScoreExplanation(
                lead, at, sum.setScale(0, RoundingMode.HALF_UP).intValueExact(), sum, lines);
    }

    /** The last version of each rule that was there by then, as far as it counted. */
    private static List<RuleVersion> inForce(Instant at, Collection<RuleVersion> versions) {
        Map<String, RuleVersion> last = new TreeMap<>();
        for (RuleVersion one : versions) {
            if (!one.since().isAfter(at)) {
                last.merge(one.rule(), one, (a, b) -> a.version() > b.version() ? a : b);
            }
        }
        return last.values().stream().filter(rule -> rule.counts(at)).toList();
    }

    private static ScoreLine line(RuleVersion rule, Instant at, Instant since) {
        BigDecimal seconds = since == null
                ? null
                : BigDecimal.valueOf(Duration.between(since, at).toSeconds());
        BigDecimal age = seconds == null ? null : seconds.divide(SECONDS_OF_A_DAY, 4, RoundingMode.HALF_UP);
        double left = rule.halfLifeDays() == null || seconds == null
                ? 1
                : StrictMath.pow(0.5, seconds.doubleValue() / SECONDS_OF_A_DAY.doubleValue() / rule.halfLifeDays());
        BigDecimal decay =
                since == null ? null : new BigDecimal(left, MathContext.DECIMAL64).setScale(6, RoundingMode.HALF_UP);
        BigDecimal counted = since == null
                ? new BigDecimal("0.00")
                : new BigDecimal(left * rule.points(), MathContext.DECIMAL64).setScale(2, RoundingMode.HALF_UP);
        return new ScoreLine(
                rule.rule(),
                rule.name(),
                rule.version(),
                rule.condition(),
                since != null,
                rule.points(),
                since,
                age,
                rule.halfLifeDays(),
                decay,
                counted);
    }

    /**
     * Which rules hold for a lead from now on.
     *
     * @param rules the present versions of all rules
     * @param before which held until now
     * @param heldBefore whether a condition held for what the lead said until now; null for a new lead. Where it did and nobody had looked
     *     yet, it holds since the rule has asked that, or since the lead came
     * @param received when the lead came
     * @param holds whether a condition holds for what the lead says from now on
     */
    public static List<Signal> signals(
            Collection<RuleVersion> rules,
            List<Signal> before,
            Predicate<String> heldBefore,
            Instant received,
            Predicate<String> holds,
            Instant now) {
        List<Signal> after = new ArrayList<>();
        for (RuleVersion rule : rules) {
            if (holds.test(rule.condition())) {
                Signal known = find(before, rule);
                boolean longer = known == null && heldBefore != null && heldBefore.test(rule.condition());
                Instant looked = rule.editionSince().isAfter(received) ? rule.editionSince() : received;
                after.add(known != null ? known : new Signal(rule.rule(), rule.edition(), longer ? looked : now));
            }
        }
        after.sort(Comparator.comparing(Signal::rule));
        return after;
    }

    /**
     * When conditions held for a lead between the changes of rules and the first look at the lead after them: of conditions that nobody
     * looked at while they were asked, and of those that hold no more when somebody does.
     *
     * @param asked the versions of the rules whose leads are not all looked over yet
     * @param signals which rules hold from now on
     * @param heldBefore whether a condition held for what the lead said until now
     * @param received when the lead came
     * @param changed since when it said that
     */
    public static List<Held> overlooked(
            Collection<RuleVersion> asked,
            List<Signal> signals,
            Predicate<String> heldBefore,
            Instant received,
            Instant changed,
            Instant now) {
        Map<String, TreeMap<Long, RuleVersion>> editions = new TreeMap<>();
        asked.forEach(one ->
                editions.computeIfAbsent(one.rule(), rule -> new TreeMap<>()).put(one.edition(), one));
        List<Held> all = new ArrayList<>();
        for (TreeMap<Long, RuleVersion> rule : editions.values()) {
            for (RuleVersion one : rule.values()) {
                Map.Entry<Long, RuleVersion> next = rule.higherEntry(one.edition());
                Instant until = next == null ? now : next.getValue().editionSince();
                Instant since = one.editionSince().isAfter(received) ? one.editionSince() : received;
                if (until.isAfter(changed)
                        && since.isBefore(until)
                        && find(signals, one) == null
                        && heldBefore.test(one.condition())) {
                    all.add(new Held(one.rule(), one.edition(), since, until));
                }
            }
        }
        return all;
    }

    private static Signal find(List<Signal> signals, RuleVersion rule) {
        return signals.stream()
                .filter(signal -> signal.rule().equals(rule.rule()) && signal.edition() == rule.edition())
                .findFirst()
                .orElse(null);
    }

    /** Signals as times in which conditions held. */
    public static List<Held> held(List<Signal> signals) {
        return signals.stream()
                .map(signal -> new Held(signal.rule(), signal.edition(), signal.since(), null))
                .toList();
    }
}
