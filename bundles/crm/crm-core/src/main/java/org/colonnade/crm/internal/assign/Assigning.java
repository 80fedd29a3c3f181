package org.colonnade.crm.internal.assign;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.colonnade.crm.api.lead.AssignmentDecision;
import org.colonnade.crm.api.lead.AssignmentDecision.RuleTrace;
import org.colonnade.crm.api.lead.AssignmentRule;
import org.colonnade.crm.api.lead.AssignmentRuleDraft;
import org.colonnade.crm.api.lead.Capacity;
import org.colonnade.crm.api.lead.CapacityDraft;
import org.colonnade.crm.api.lead.Lead;
import org.colonnade.crm.api.lead.LeadState;
import org.colonnade.crm.internal.domain.lead.AssignmentChoice;
import org.colonnade.crm.internal.domain.lead.LeadChange;
import org.colonnade.crm.internal.lead.Conditions;
import org.colonnade.crm.internal.store.Sql;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordDesk;
import org.colonnade.platform.api.record.Turn;
import org.colonnade.platform.api.store.Work;

/** Decides who looks after a lead, by the rules, within the transaction that stores the lead. */
public final class Assigning {

    private static final String RULES =
            "select id from crm_assignment_rule where archived = false and active = true order by place, name, id";
    private static final String CAPACITIES =
            "select id from crm_capacity where archived = false order by user_name, id";
    static final String TIMED_OUT = "timed-out";
    private static final Duration TRIED_AGAIN = Duration.ofMinutes(5);

    private final Conditions conditions;
    private final RecordDesk<AssignmentRule, AssignmentRuleDraft> rules;
    private final RecordDesk<Capacity, CapacityDraft> capacities;
    private final Colleagues colleagues;
    private final Territories territories;

    public Assigning(
            Conditions conditions,
            RecordDesk<AssignmentRule, AssignmentRuleDraft> rules,
            RecordDesk<Capacity, CapacityDraft> capacities,
            Colleagues colleagues,
            Territories territories) {
        this.conditions = conditions;
        this.rules = rules;
        this.capacities = capacities;
        this.colleagues = colleagues;
        this.territories = territories;
    }

    /** A new lead with the owner that the rules choose; the same lead where there are no rules. */
    public Lead created(Work work, Turn<Lead> turn, Lead lead) throws SQLException {
        Asked asked = new Asked(null, lead, conditions.of(turn, lead));
        AssignmentDecision decision = decide(work, asked, "created");
        return decision.rules().isEmpty() ? lead : taken(work, asked, decision);
    }

    /**
     * Who is to look after which lead.
     *
     * @param id the lead's id; null for one that is not there yet
     * @param holds which conditions hold for it
     */
    private record Asked(String id, Lead lead, Predicate<String> holds) {}

    private Asked asked(Work work, Kept<Lead> lead) {
        return new Asked(
                lead.id(), lead.value(), conditions.of(work, List.of(lead)).apply(lead));
    }

    /** Lets the rules choose. Who has it now does not get it again. */
    AssignmentDecision decide(Work work, Kept<Lead> lead, String cause) throws SQLException {
        return decide(work, asked(work, lead), cause);
    }

    private AssignmentDecision decide(Work work, Asked asked, String cause) throws SQLException {
        String id = asked.id();
        Lead lead = asked.lead();
        List<RuleTrace> traces = new ArrayList<>();
        List<Kept<AssignmentRule>> matching = new ArrayList<>();
        for (Kept<AssignmentRule> rule : rules.find(work, ids(work, RULES))) {
            if (asked.holds().test(rule.value().condition())) {
                matching.add(rule);
            } else {
                traces.add(new RuleTrace(rule.id(), rule.value().name(), "not-for-this-lead", null, null));
            }
        }
        Round round = matching.isEmpty() ? null : round(work, asked, matching);
        for (Kept<AssignmentRule> rule : matching) {
            AssignmentRule value = rule.value();
            if (value.queue() != null) {
                traces.add(new RuleTrace(rule.id(), value.name(), "decided", null, null));
                return decision(work, id, lead, cause, lead.owner(), value.queue(), rule, null, traces);
            }
            String user = choose(work, lead, rule, round, traces);
            if (user != null) {
                return decision(work, id, lead, cause, user, null, rule, due(work, lead, value), traces);
            }
        }
        boolean wanting = lead.owner() == null || cause.equals(TIMED_OUT);
        Instant again = matching.isEmpty() ? null : wanting ? work.now().plus(TRIED_AGAIN) : lead.reassignAt();
        return decision(work, id, lead, cause, lead.owner(), null, null, again, traces);
    }

    /** Whom a rule chooses, or null; it is their turn then. */
    private static String choose(Work work, Lead lead, Kept<AssignmentRule> rule, Round round, List<RuleTrace> traces)
            throws SQLException {
        AssignmentRule value = rule.value();
        AssignmentChoice.Choice choice = AssignmentChoice.of(
                value.strategy(),
                round.candidates(rule),
                round.turns().get(rule.id()),
                user -> user.equals(lead.owner()),
                work.now());
        String outcome = choice.user() == null ? "nobody-free" : "decided";
        traces.add(
                new RuleTrace(rule.id(), value.name(), outcome, value.strategy().name(), choice.seen()));
        if (choice.user() != null) {
            Seats.took(work, rule.id(), choice.user());
        }
        return choice.user();
    }

    private static Instant due(Work work, Lead lead, AssignmentRule rule) {
        return rule.timeoutMinutes() == null || lead.state() != LeadState.NEW
                ? null
                : work.now().plus(Duration.ofMinutes(rule.timeoutMinutes()));
    }

    private static AssignmentDecision decision(
            Work work,
            String lead,
            Lead before,
            String cause,
            String owner,
            String queue,
            Kept<AssignmentRule> rule,
            Instant reassignAt,
            List<RuleTrace> traces) {
        return new AssignmentDecision(
                Tsid.text(work.newId()),
                lead,
                work.now(),
                cause,
                owner,
                before.owner(),
                queue,
                rule == null ? null : rule.id(),
                reassignAt,
                null,
                traces);
    }

    /** Keeps the decision, and gives the lead to whom it names. */
    Lead taken(Work work, Kept<Lead> lead, AssignmentDecision decision) throws SQLException {
        return taken(work, asked(work, lead), decision);
    }

    private Lead taken(Work work, Asked asked, AssignmentDecision decision) throws SQLException {
        Lead lead = asked.lead();
        Decisions.add(work, decision);
        String team = decision.queue() != null
                ? decision.queue()
                : lead.team() == null ? team(work, asked, decision) : lead.team();
        boolean same = decision.owner() == null || decision.owner().equals(lead.owner());
        Instant since = same ? lead.assignedAt() : decision.at();
        return LeadChange.of(lead)
                .assigned(decision.owner(), colleagues.called(team), decision.id(), since)
                .reassignAt(decision.reassignAt())
                .make();
    }

    private String team(Work work, Asked asked, AssignmentDecision decision) throws SQLException {
        return decision.rule() == null
                ? null
                : team(rules.find(work, List.of(decision.rule())).get(0).value(), asked);
    }

    /** Which team a rule chooses from: the one that it names, or the one of the lead's territory. */
    private String team(AssignmentRule rule, Asked asked) {
        return rule.byTerritory() ? territories.team(asked.holds()) : rule.team();
    }

    /** The lead of a decision has its id. */
    public void stored(Work work, String lead, String decision) throws SQLException {
        Decisions.of(work, decision, lead);
    }

    /** Everybody whom the rules name, with turns and seats locked. */
    private record Round(
            Map<String, List<String>> users,
            Map<String, Capacity> capacities,
            Map<String, String> turns,
            Map<String, Instant> seats,
            Map<String, Integer> open,
            Map<String, Boolean> known) {

        List<AssignmentChoice.Candidate> candidates(Kept<AssignmentRule> rule) {
            return users.get(rule.id()).stream()
                    .map(user -> new AssignmentChoice.Candidate(
                            user, capacities.get(user), open.getOrDefault(user, 0), seats.get(user), known.get(user)))
                    .toList();
        }
    }

    private Round round(Work work, Asked asked, List<Kept<AssignmentRule>> matching) throws SQLException {
        Map<String, Capacity> byUser = new LinkedHashMap<>();
        for (Kept<Capacity> capacity : capacities.find(work, ids(work, CAPACITIES))) {
            byUser.putIfAbsent(capacity.value().user(), capacity.value());
        }
        Map<String, List<String>> users = new LinkedHashMap<>();
        Set<String> everybody = new LinkedHashSet<>();
        for (Kept<AssignmentRule> rule : matching) {
            AssignmentRule value = rule.value();
            String team = team(value, asked);
            List<String> named = team == null ? value.users() : team(byUser.values(), team);
            users.put(rule.id(), named);
            everybody.addAll(named);
        }
        Map<String, Boolean> known = new HashMap<>();
        everybody.forEach(user -> known.put(user, colleagues.known(user)));
        Map<String, String> turns = Seats.turns(work, users.keySet());
        if (matching.stream()
                .anyMatch(rule -> rule.value().team() != null || rule.value().byTerritory())) {
            Seats.addMissing(work, everybody);
        }
        Map<String, Instant> seats = Seats.seats(work, everybody);
        return new Round(users, byUser, turns, seats, Seats.open(work, everybody), known);
    }

    /** Everybody whose capacity names the team, and the members of the platform's team of that name. */
    private List<String> team(Collection<Capacity> capacities, String team) {
        Set<String> all = new LinkedHashSet<>();
        capacities.stream().filter(one -> one.teams().contains(team)).forEach(one -> all.add(one.user()));
        all.addAll(colleagues.members(team));
        return List.copyOf(all);
    }

    private static List<String> ids(Work work, String constant) throws SQLException {
        return Sql.query(work.unwrap(Connection.class), constant, row -> Tsid.text(row.getLong(1)));
    }
}
