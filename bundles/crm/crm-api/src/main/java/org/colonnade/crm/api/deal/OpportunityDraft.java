package org.colonnade.crm.api.deal;

import java.time.LocalDate;
import org.colonnade.platform.api.Money;
import org.colonnade.platform.api.Ref;

/**
 * What a caller says of an {@link Opportunity}.
 *
 * @param name what it is about
 * @param party who may buy; must exist
 * @param contact whom one talks to there; must exist
 * @param pipeline on which way it goes; the standard one if missing
 * @param stage where it stands; the first active one if missing. Another one than before is a move
 * @param amount what it would bring, not negative
 * @param expectedClose when the decision is expected
 * @param probability 0 to 100; the stage's own if missing
 * @param owner who looks after it; whoever adds it if missing
 * @param team whose it is
 * @param source where it came from
 * @param lead the lead that became it
 * @param description what there is to say
 */
public record OpportunityDraft(
        String name,
        Ref party,
        Ref contact,
        Ref pipeline,
        String stage,
        Money amount,
        LocalDate expectedClose,
        Integer probability,
        Ref owner,
        Ref team,
        String source,
        Ref lead,
        String description) {

    /** An opportunity in the first stage of the standard pipeline. */
    public static OpportunityDraft of(String name, Ref party, Money amount, LocalDate expectedClose) {
        return new OpportunityDraft(
                name, party, null, null, null, amount, expectedClose, null, null, null, null, null, null);
    }

    /** The same, come from a lead. */
    public OpportunityDraft from(Ref origin) {
        return new OpportunityDraft(
                name,
                party,
                contact,
                pipeline,
                stage,
                amount,
                expectedClose,
                probability,
                owner,
                team,
                source,
                origin,
                description);
    }
}
