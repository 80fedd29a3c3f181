package org.colonnade.crm.internal.domain.lead;

import java.time.Instant;
import org.colonnade.crm.api.lead.Lead;
import org.colonnade.crm.api.lead.LeadState;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.problem.Conflict;

/** The way of a lead. */
public final class LeadPath {

    private LeadPath() {}

    /** A step on the way. */
    public enum Step {
        /** Somebody speaks to them. */
        CONTACT,
        /** It is worth a sale. */
        QUALIFY,
        /** It leads nowhere. */
        DISQUALIFY,
        /** It leads somewhere after all. */
        REOPEN,
        /** It becomes a party. */
        CONVERT
    }

    /** Where a step leads, or null where it does not lead on. @param contacted whether somebody once spoke to them */
    public static LeadState next(LeadState from, Step step, boolean contacted) {
        return switch (step) {
            case CONTACT -> from == LeadState.NEW ? LeadState.CONTACTED : null;
            case QUALIFY -> from == LeadState.CONTACTED ? LeadState.QUALIFIED : null;
            case CONVERT -> from == LeadState.QUALIFIED ? LeadState.CONVERTED : null;
            case DISQUALIFY -> from.open() ? LeadState.DISQUALIFIED : null;
            case REOPEN -> from != LeadState.DISQUALIFIED ? null : contacted ? LeadState.CONTACTED : LeadState.NEW;
        };
    }

    /**
     * The lead after a step.
     *
     * @param reason why it leads nowhere; kept with a disqualified lead only
     * @throws Conflict {@code crm.lead.state}
     */
    public static Lead walk(Lead lead, Step step, String reason, Instant now) {
        LeadState to = next(lead.state(), step, lead.contactedAt() != null);
        if (to == null) {
            throw new Conflict(
                    "crm.lead.state", "A lead that is " + word(lead.state()) + " cannot be " + word(step) + '.');
        }
        Lead after = LeadChange.of(lead).state(to).reason(to == LeadState.DISQUALIFIED ? reason : null).make();
        if (to == LeadState.CONTACTED && after.contactedAt() == null) {
            after = LeadChange.of(after).contactedAt(now).make();
        }
        return to == LeadState.NEW ? after : LeadChange.of(after).reassignAt(null).make();
    }

    /** The lead as the party it has become. */
    public static Lead converted(Lead lead, Ref party, Ref opportunity, Instant now) {
        Lead walked = walk(lead, Step.CONVERT, null, now);
        return LeadChange.of(walked).converted(party, opportunity, now).make();
    }

    private static String word(LeadState state) {
        return state.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String word(Step step) {
        return switch (step) {
            case CONTACT -> "contacted for the first time";
            case QUALIFY -> "qualified";
            case DISQUALIFY -> "disqualified";
            case REOPEN -> "reopened";
            case CONVERT -> "converted";
        };
    }
}
