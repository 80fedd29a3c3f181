package org.colonnade.crm.internal.domain.deal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.colonnade.crm.api.deal.Closing;
import org.colonnade.crm.api.deal.Opportunity;
import org.colonnade.crm.api.deal.OpportunityState;
import org.colonnade.crm.api.deal.Pipeline;
import org.colonnade.crm.api.deal.Stage;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.Rejected;

/**
 * How an opportunity goes its way: open in an active stage of one pipeline, then won or lost, and open again if that was a mistake. The
 * probability is the stage's as it was when the opportunity entered, unless somebody set another.
 */
public final class OpportunityRule {

    private static final int CERTAIN = 100;

    private OpportunityRule() {}

    /** A pipeline and what refers to it. */
    public record Way(Ref ref, Pipeline pipeline) {}

    /** A new opportunity, in the stage that it names or the first active one. */
    public static Opportunity begun(Opportunity wanted, Way way, Instant now) {
        String key = wanted.stage() == null ? first(way.pipeline()).key() : wanted.stage();
        return standing(Parts.of(wanted), way, key, wanted.probability(), now);
    }

    /** What is kept after somebody edited an opportunity; another stage or pipeline than before is a move. */
    public static Opportunity changed(Opportunity wanted, Opportunity before, Way way, Instant now) {
        if (!before.open()) {
            if (moves(wanted, before) || !Objects.equals(wanted.probability(), before.probability())) {
                throw closed(before);
            }
            return wanted;
        }
        Integer said = said(wanted, before);
        if (moves(wanted, before)) {
            String key = wanted.stage() == null ? first(way.pipeline()).key() : wanted.stage();
            return standing(Parts.of(wanted), way, key, said, now);
        }
        if (Objects.equals(wanted.probability(), before.probability())) {
            return wanted;
        }
        Parts parts = Parts.of(wanted);
        parts.probability = said == null ? stage(way.pipeline(), wanted.stage()).probability() : said;
        parts.manual = said != null;
        return parts.whole();
    }

    /** What somebody said about the probability, now or before; null to let the stage say. */
    private static Integer said(Opportunity wanted, Opportunity before) {
        boolean same = Objects.equals(wanted.probability(), before.probability());
        return same && !before.probabilityManual() ? null : wanted.probability();
    }

    private static boolean moves(Opportunity wanted, Opportunity before) {
        return !Objects.equals(wanted.stage(), before.stage()) || !Objects.equals(wanted.pipeline(), before.pipeline());
    }

    /** The opportunity in another stage; the same where it stands there already. */
    public static Opportunity moved(Opportunity present, Way way, String key, Instant now) {
        mustBeOpen(present);
        if (present.stage().equals(key) && present.pipeline().equals(way.ref())) {
            return present;
        }
        return standing(
                Parts.of(present), way, key, present.probabilityManual() ? present.probability() : null, now);
    }

    /** The opportunity as a sale. */
    public static Opportunity won(Opportunity present, Closing closing, LocalDate today) {
        mustBeOpen(present);
        if (closing.reason() != null) {
            throw invalid("reason", "is given for a loss only");
        }
        return ended(present, OpportunityState.WON, null, day(closing, today), CERTAIN);
    }

    /** The opportunity as one that came to nothing. */
    public static Opportunity lost(Opportunity present, Pipeline pipeline, Closing closing, LocalDate today) {
        mustBeOpen(present);
        String reason = closing.reason() == null ? "" : closing.reason().strip();
        if (reason.isEmpty()) {
            throw invalid("reason", "is required");
        }
        if (reason.codePointCount(0, reason.length()) > 300) {
            throw invalid("reason", "has more than 300 characters");
        }
        if (!pipeline.lostReasons().isEmpty() && !pipeline.lostReasons().contains(reason)) {
            throw invalid("reason", "is one of " + pipeline.lostReasons());
        }
        return ended(present, OpportunityState.LOST, reason, day(closing, today), 0);
    }

    /** The opportunity open again, in the stage or where it stood last. */
    public static Opportunity reopened(Opportunity present, Way way, String key, Instant now) {
        if (present.open()) {
            throw new Conflict("crm.opportunity.open", "The opportunity is open; there is nothing to reopen.");
        }
        return standing(Parts.of(present), way, key == null ? present.stage() : key, null, now);
    }

    private static Opportunity standing(Parts parts, Way way, String key, Integer said, Instant now) {
        Stage stage = stage(way.pipeline(), key);
        if (stage == null) {
            throw invalid("stage", "is no stage of the pipeline '" + way.pipeline().name() + "'");
        }
        if (!stage.active()) {
            throw invalid("stage", "is not used any more");
        }
        parts.pipeline = way.ref();
        parts.stage = key;
        parts.probability = said == null ? stage.probability() : said;
        parts.manual = said != null;
        parts.state = OpportunityState.OPEN;
        parts.reason = null;
        parts.closedOn = null;
        parts.since = now;
        return parts.whole();
    }

    private static Opportunity ended(
            Opportunity present, OpportunityState state, String reason, LocalDate on, int probability) {
        Parts parts = Parts.of(present);
        parts.state = state;
        parts.reason = reason;
        parts.closedOn = on;
        parts.probability = probability;
        parts.manual = false;
        return parts.whole();
    }

    /** Somewhere on earth it is tomorrow already. */
    private static LocalDate day(Closing closing, LocalDate today) {
        if (closing.on() == null) {
            return today;
        }
        if (closing.on().isAfter(today.plusDays(1)) || closing.on().getYear() < 1900) {
            throw invalid("on", "lies in the future, or too far back");
        }
        return closing.on();
    }

    private static Stage stage(Pipeline pipeline, String key) {
        return key == null ? null : pipeline.stage(key);
    }

    private static Stage first(Pipeline pipeline) {
        return pipeline.stages().stream().filter(Stage::active).findFirst().orElseThrow();
    }

    private static void mustBeOpen(Opportunity present) {
        if (!present.open()) {
            throw closed(present);
        }
    }

    private static Conflict closed(Opportunity present) {
        return new Conflict(
                "crm.opportunity.closed",
                "The opportunity was " + (present.state() == OpportunityState.WON ? "won" : "lost")
                        + "; reopen it before it moves on.");
    }

    private static Rejected invalid(String field, String fault) {
        return new Rejected("crm.opportunity.invalid", "One field is not right.").field(field, fault);
    }
}
