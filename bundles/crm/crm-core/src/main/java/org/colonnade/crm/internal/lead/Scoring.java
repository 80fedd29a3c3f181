package org.colonnade.crm.internal.lead;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.colonnade.crm.api.event.LeadScored;
import org.colonnade.crm.api.lead.Lead;
import org.colonnade.crm.api.lead.LeadDraft;
import org.colonnade.crm.api.lead.ScoreExplanation;
import org.colonnade.crm.api.lead.Signal;
import org.colonnade.crm.internal.domain.lead.LeadChange;
import org.colonnade.crm.internal.domain.lead.LeadScore;
import org.colonnade.crm.internal.domain.lead.RuleVersion;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordDesk;
import org.colonnade.platform.api.record.Turn;
import org.colonnade.platform.api.store.Work;

/** Keeps the scores of leads: with every change of a lead, after every change of a rule, and as time goes by. */
final class Scoring {

    private static final Duration AGAIN = Duration.ofHours(1);
    private static final int TOLD = 10;

    private final Conditions conditions;

    Scoring(Conditions conditions) {
        this.conditions = conditions;
    }

    /** What a lead that is about to be stored says in the end, with its score. */
    Lead scored(Work work, Turn<Lead> turn, Lead lead) throws SQLException {
        List<Signal> before =
                turn.before() == null ? List.of() : turn.before().value().signals();
        return scored(
                ScoreTable.present(work), before, conditions.before(turn), lead, conditions.of(turn, lead), work.now());
    }

    /** The same, the last time; what nobody had looked at is written down. */
    Lead settle(Work work, Turn<Lead> turn) throws SQLException {
        Lead settled = scored(work, turn, turn.after().value());
        if (turn.before() != null) {
            overlooked(work, ScoreTable.asked(work), turn.before(), conditions.before(turn), settled.signals());
        }
        return settled;
    }

    private static Lead scored(
            List<RuleVersion> rules,
            List<Signal> before,
            Predicate<String> held,
            Lead lead,
            Predicate<String> holds,
            Instant now) {
        List<Signal> signals = LeadScore.signals(rules, before, held, lead.receivedAt(), holds, now);
        return LeadChange.of(lead).scored(score(rules, signals, now), signals).make();
    }

    private static int score(List<RuleVersion> rules, List<Signal> signals, Instant now) {
        return LeadScore.at("", now, rules, LeadScore.held(signals)).score();
    }

    /** Writes down what has changed with a stored lead. */
    void stored(Work work, Kept<Lead> before, Kept<Lead> after) throws SQLException {
        Lead was = before == null ? null : before.value();
        Lead is = after.value();
        ScoreTable.keep(work, after.id(), was == null ? List.of() : was.signals(), is.signals());
        boolean moves = is.state().open() && !after.archived() && !is.signals().isEmpty();
        if (moves || before != null) {
            ScoreTable.due(work, after.id(), moves ? work.now().plus(AGAIN) : null);
        }
        if (was != null && was.score() != is.score()) {
            work.publish(new LeadScored(LeadRecords.LEAD.ref(after.id()), was.score(), is.score()));
        }
    }

    private static void overlooked(
            Work work, List<RuleVersion> asked, Kept<Lead> before, Predicate<String> held, List<Signal> signals)
            throws SQLException {
        ScoreTable.overlooked(
                work,
                before.id(),
                LeadScore.overlooked(
                        asked, signals, held, before.value().receivedAt(), before.changedAt(), work.now()));
    }

    /** Why a lead had its score at a moment. */
    static ScoreExplanation explain(Work work, String lead, Instant at) throws SQLException {
        return LeadScore.at(lead, at, ScoreTable.versions(work), ScoreTable.held(work, lead));
    }

    /** Looks some leads over for the next rule that was changed. @return whether there may be more to do */
    boolean lookOver(Work work, RecordDesk<Lead, LeadDraft> desk) throws SQLException {
        ScoreTable.Job job = ScoreTable.job(work);
        if (job == null) {
            return false;
        }
        List<Long> ids = ScoreTable.leads(work, job);
        anew(work, desk, ids);
        ScoreTable.reached(work, job, ids.isEmpty() ? null : ids.get(ids.size() - 1));
        return true;
    }

    /** Lets some scores fade. @return whether there may be more to do */
    boolean fade(Work work, RecordDesk<Lead, LeadDraft> desk) throws SQLException {
        List<Long> ids = ScoreTable.fading(work);
        anew(work, desk, ids);
        return !ids.isEmpty();
    }

    /** A lead's custom fields say something else, and the lead itself does not. */
    void again(Work work, RecordDesk<Lead, LeadDraft> desk, String lead) throws SQLException {
        anew(work, desk, ScoreTable.locked(work, lead));
    }

    private void anew(Work work, RecordDesk<Lead, LeadDraft> desk, List<Long> ids) throws SQLException {
        List<RuleVersion> rules = ScoreTable.present(work);
        List<RuleVersion> asked = ScoreTable.asked(work);
        boolean moving = rules.stream().anyMatch(RuleVersion::moves);
        List<Kept<Lead>> leads = desk.find(work, ids.stream().map(Tsid::text).toList());
        Function<Kept<Lead>, Predicate<String>> holds = conditions.of(work, leads);
        for (Kept<Lead> lead : leads) {
            Lead was = lead.value();
            Predicate<String> held = holds.apply(lead);
            Lead is = scored(rules, was.signals(), held, was, held, work.now());
            boolean again = moving
                    && was.state().open()
                    && !lead.archived()
                    && !is.signals().isEmpty();
            overlooked(work, asked, lead, held, is.signals());
            ScoreTable.keep(work, lead.id(), was.signals(), is.signals());
            ScoreTable.score(
                    work,
                    lead.id(),
                    is.score(),
                    is.signals(),
                    again ? work.now().plus(AGAIN) : null);
            if (Math.floorDiv(was.score(), TOLD) != Math.floorDiv(is.score(), TOLD)) {
                work.publish(new LeadScored(LeadRecords.LEAD.ref(lead.id()), was.score(), is.score()));
            }
        }
    }
}
