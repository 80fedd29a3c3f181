package org.colonnade.crm.internal.domain.lead;

import java.time.Instant;
import java.util.List;
import org.colonnade.crm.api.lead.Lead;
import org.colonnade.crm.api.lead.LeadState;
import org.colonnade.crm.api.lead.Signal;
import org.colonnade.platform.api.Ref;

/** Makes a lead that says something else in a few fields that only use cases set. */
public final class LeadChange {

    private final Lead lead;
    private String owner;
    private String team;
    private LeadState state;
    private String reason;
    private int score;
    private List<Signal> signals;
    private String assignment;
    private Instant assignedAt;
    private Instant reassignAt;
    private Instant receivedAt;
    private Instant contactedAt;
    private Instant convertedAt;
    private Ref party;
    private Ref opportunity;

    private LeadChange(Lead lead) {
        this.lead = lead;
        owner = lead.owner();
        team = lead.team();
        state = lead.state();
        reason = lead.reason();
        score = lead.score();
        signals = lead.signals();
        assignment = lead.assignment();
        assignedAt = lead.assignedAt();
        reassignAt = lead.reassignAt();
        receivedAt = lead.receivedAt();
        contactedAt = lead.contactedAt();
        convertedAt = lead.convertedAt();
        party = lead.party();
        opportunity = lead.opportunity();
    }

    /** Begins with the lead as it is. */
    public static LeadChange of(Lead lead) {
        return new LeadChange(lead);
    }

    /** In another state. */
    public LeadChange state(LeadState other) {
        state = other;
        return this;
    }

    /** For another reason. */
    public LeadChange reason(String other) {
        reason = other;
        return this;
    }

    /** With what the score rules say. */
    public LeadChange scored(int sum, List<Signal> because) {
        score = sum;
        signals = because;
        return this;
    }

    /** Given to somebody by a decision. */
    public LeadChange assigned(String who, String where, String decision, Instant when) {
        owner = who;
        team = where;
        assignment = decision;
        assignedAt = when;
        return this;
    }

    /** Decided about again then. */
    public LeadChange reassignAt(Instant when) {
        reassignAt = when;
        return this;
    }

    /** Came then. */
    public LeadChange receivedAt(Instant when) {
        receivedAt = when;
        return this;
    }

    /** First spoken to then. */
    public LeadChange contactedAt(Instant when) {
        contactedAt = when;
        return this;
    }

    /** Has become a party. */
    public LeadChange converted(Ref whom, Ref sale, Instant when) {
        party = whom;
        opportunity = sale;
        convertedAt = when;
        return this;
    }

    /** The lead that says so. */
    public Lead make() {
        return new Lead(
                lead.givenName(),
                lead.familyName(),
                lead.organisation(),
                lead.email(),
                lead.phone(),
                lead.source(),
                lead.campaign(),
                owner,
                team,
                lead.interest(),
                lead.value(),
                state,
                reason,
                score,
                signals,
                assignment,
                assignedAt,
                reassignAt,
                receivedAt,
                contactedAt,
                convertedAt,
                party,
                opportunity);
    }
}
