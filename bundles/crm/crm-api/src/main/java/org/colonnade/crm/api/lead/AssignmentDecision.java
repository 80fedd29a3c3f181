package org.colonnade.crm.api.lead;

import java.time.Instant;
import java.util.List;

/**
 * Who got a lead, and why; kept for good.
 *
 * @param id the decision's id; null in a preview
 * @param lead the lead's id; null for one that is not there yet
 * @param at when, UTC
 * @param cause what made somebody look: {@code created}, {@code asked}, {@code named}, {@code timed-out}, {@code tried-again}
 * @param owner who looks after it from then on, or null
 * @param before who looked after it until then, or null
 * @param queue where it waits, or null
 * @param rule the id of the rule that decided, or null
 * @param reassignAt when it is decided again unless the lead is contacted, UTC, or null
 * @param reason what the one who named the owner said about it, or null
 * @param rules what each rule said, in their order, up to the one that decided
 */
public record AssignmentDecision(
        String id,
        String lead,
        Instant at,
        String cause,
        String owner,
        String before,
        String queue,
        String rule,
        Instant reassignAt,
        String reason,
        List<RuleTrace> rules) {

    public AssignmentDecision {
        rules = rules == null ? List.of() : List.copyOf(rules);
    }

    /**
     * What a rule said.
     *
     * @param rule its id
     * @param name what people called it then
     * @param outcome {@code decided}, {@code not-for-this-lead}, {@code nobody-free}
     * @param strategy how one was to be chosen
     * @param candidates whom it looked at
     */
    public record RuleTrace(String rule, String name, String outcome, String strategy, List<CandidateTrace> candidates) {

        public RuleTrace {
            candidates = candidates == null ? List.of() : List.copyOf(candidates);
        }
    }

    /**
     * Whom a rule looked at.
     *
     * @param user the sign-in name
     * @param open how many open leads they had
     * @param most how many they may have, or null
     * @param weight the weight of their capacity
     * @param outcome {@code chosen}, {@code free}, {@code full}, {@code absent}, {@code off-hours}, {@code unknown}, {@code had-it-before}
     */
    public record CandidateTrace(String user, int open, Integer most, int weight, String outcome) {}
}
